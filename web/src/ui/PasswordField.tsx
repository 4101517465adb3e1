import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useWords } from '../i18n'
import { uiWords } from './messages'

/** A password; the eye that shows it is reached by Tab and says what it does. */
export function PasswordField({ error, ...rest }: PasswordInputProps) {
  const t = useWords(uiWords)
  return (
    <PasswordInput
      error={error}
      aria-invalid={error ? true : undefined}
      visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': t('password') }}
      {...rest}
    />
  )
}
