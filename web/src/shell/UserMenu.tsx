import { Menu } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { language, useWords } from '../i18n'
import { isLanguage, languages } from '../i18n/languages'
import { shellWords } from './messages'
import { densities, readPreferences, schemes } from './preferences'
import { useSavePreference, useSession, useSignOut } from './session'

/** The user's own choices, and the way out. */
export function UserMenu({ children }: { children: ReactElement }) {
  const t = useWords(shellWords)
  const { user } = useSession()
  const save = useSavePreference()
  const out = useSignOut()
  const preferences = readPreferences(user.preferences)
  return (
    <Menu position="bottom-end" shadow="md" width={230} closeOnItemClick={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Label>{t('user.language')}</Menu.Label>
        <Menu.RadioGroup value={language()} onChange={(next) => isLanguage(next) && save({ language: next })}>
          {Object.entries(languages).map(([code, { name }]) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('user.scheme.title')}</Menu.Label>
        <Menu.RadioGroup value={preferences.scheme}>
          {schemes.map((scheme) => (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              onClick={() => save({ preferences: { ...preferences, scheme } })}
            >
              {t(`user.scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('user.density.title')}</Menu.Label>
        <Menu.RadioGroup value={preferences.density}>
          {densities.map((one) => (
            <Menu.RadioItem
              key={one}
              value={one}
              onClick={() => save({ preferences: { ...preferences, density: one } })}
            >
              {t(`user.density.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={preferences.singleKeys}
          onChange={(on) => save({ preferences: { ...preferences, singleKeys: on } })}
        >
          {t('user.singleKeys')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => out.mutate()}>
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
