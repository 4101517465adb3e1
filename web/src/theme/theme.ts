import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import classes from './theme.module.css'

const petrol: MantineColorsTuple = [
  '#e0f0ef',
  '#c5e4e2',
  '#9ad2cf',
  '#74d0cc',
  '#5cc2be',
  '#2e9a99',
  '#18807f',
  '#0b6b70',
  '#0a5c61',
  '#084b4f',
]

const tone = (front: string, back: string, hover: string) => ({
  color: `var(${front})`,
  background: back,
  hover: `var(${hover})`,
  border: 'none',
})

/**
 * Colours of buttons by token. Mantine's own choice weighs the light shade only and would write white on the pale accent
 * of the dark scheme (contrast 2.1).
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input)
  const bad = input.color === 'red' || input.color === 'bad'
  const quiet = input.color === 'gray'
  switch (input.variant) {
    case 'filled':
      return bad
        ? tone('--on-bad', 'var(--bad)', '--bad-hover')
        : tone('--on-accent', 'var(--accent)', '--accent-hover')
    case 'light':
      return bad
        ? tone('--bad', 'var(--bad-soft)', '--bad-soft')
        : tone('--accent-text', 'var(--accent-soft)', '--select')
    case 'subtle':
      if (bad) return tone('--bad', 'transparent', '--bad-soft')
      return quiet ? tone('--text', 'transparent', '--hover') : tone('--accent-text', 'transparent', '--select')
    case 'default':
      return {
        ...usual,
        color: `var(${bad ? '--bad' : '--text'})`,
        background: 'var(--surface)',
        hover: 'var(--hover)',
        border: '1px solid var(--line)',
      }
    default:
      return usual
  }
}

const floating = {
  overlay: classes.overlay ?? '',
  content: classes.floating ?? '',
  header: classes.floating ?? '',
  title: classes.floatingTitle ?? '',
}

/** Look of the kit: one bright colour, sizes and colours by token. */
export const theme = createTheme({
  primaryColor: 'petrol',
  colors: { petrol },
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Consolas, monospace',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: 'var(--radius-control)', lg: 'var(--radius-card)', xl: 'var(--radius-dialog)' },
  fontSizes: {
    xs: 'var(--text-meta)',
    sm: 'var(--text-row)',
    md: 'var(--text-base)',
    lg: 'var(--text-record)',
    xl: 'var(--text-page)',
  },
  lineHeights: {
    xs: 'var(--line-meta)',
    sm: 'var(--line-second)',
    md: 'var(--line-base)',
    lg: 'var(--line-record)',
    xl: 'var(--line-page)',
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  /** Named, not imported: what a page does not use must not weigh on the first screen. */
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      classNames: {
        root: classes.button ?? '',
        label: classes.label ?? '',
        inner: classes.inner ?? '',
        section: classes.section ?? '',
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
    Input: { classNames: { input: classes.input ?? '' } },
    InputWrapper: {
      classNames: { label: classes.inputLabel ?? '', description: classes.hint ?? '', error: classes.fault ?? '' },
    },
    Checkbox: {
      defaultProps: { size: 'xs', iconColor: 'var(--on-accent)' },
      classNames: { input: classes.tick ?? '' },
    },
    Radio: {
      defaultProps: { size: 'xs', iconColor: 'var(--on-accent)' },
      classNames: { radio: classes.tick ?? '' },
    },
    Switch: { defaultProps: { size: 'sm' }, classNames: { track: classes.track ?? '' } },
    SegmentedControl: {
      defaultProps: { size: 'xs', transitionDuration: 0 },
      classNames: { root: classes.segments ?? '' },
    },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps: { duration: 0 } },
      classNames: { tooltip: classes.tooltip ?? '' },
    },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false }, classNames: { item: classes.menuItem ?? '' } },
    Modal: {
      defaultProps: { radius: 'xl', transitionProps: { duration: 120 } },
      classNames: floating,
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } }, classNames: floating },
  },
})

const kit = {
  '--mantine-color-body': 'var(--canvas)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text3)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-placeholder': 'var(--text3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-red-text': 'var(--bad)',
  '--mantine-color-gray-text': 'var(--text2)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--text3)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-petrol-filled': 'var(--accent)',
  '--mantine-color-petrol-filled-hover': 'var(--accent-hover)',
}
/** The kit's own variables, named by our tokens in both schemes. */
export const kitVariables: CSSVariablesResolver = () => ({ variables: {}, light: kit, dark: kit })
