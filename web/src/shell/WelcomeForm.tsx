import { Alert, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { language, useWords } from '../i18n'
import { userZone } from '../i18n/format'
import { useGo } from '../ui/address'
import { KeyCap } from '../ui/KeyCap'
import { PasswordField } from '../ui/PasswordField'
import classes from './Door.module.css'
import { shellWords } from './messages'
import { SHORTEST, strengthOf } from './strength'
import { useWelcome } from './welcome'

/** Four fields for the first administrator; every refusal stands at its field. */
export function WelcomeForm({ token }: { token: string }) {
  const t = useWords(shellWords)
  const go = useGo()
  const welcome = useWelcome(token)
  const [password, setPassword] = useState('')
  const missing = (field: 'name' | 'email' | 'company') => (value: string) =>
    value.trim() === '' && t(`welcome.missing.${field}`)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', company: '' },
    onValuesChange: (values) => setPassword(values.password),
    validate: {
      name: missing('name'),
      email: missing('email'),
      company: missing('company'),
      password: (value) =>
        value === ''
          ? t('welcome.missing.password')
          : value.length < SHORTEST && t('welcome.short', { count: SHORTEST - value.length }),
    },
  })
  const focusFirst = (errors: object) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus()
  const submit = form.onSubmit(
    ({ name, email, company, ...rest }) =>
      welcome.mutate(
        {
          ...rest,
          name: name.trim(),
          email: email.trim(),
          company: company.trim(),
          language: language(),
          zone: userZone(),
        },
        {
          onSuccess: () => go('/'),
          onError: ({ fields }) => {
            form.setErrors(fields)
            focusFirst(fields)
          },
        },
      ),
    focusFirst,
  )
  const refused = welcome.error && Object.keys(welcome.error.fields).length === 0 ? welcome.error : null
  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      {refused && (
        <Alert color="red" role="alert">
          {refused.message}
        </Alert>
      )}
      <TextInput
        key={form.key('name')}
        label={t('welcome.name')}
        autoComplete="name"
        required
        {...form.getInputProps('name')}
      />
      <TextInput
        key={form.key('email')}
        label={t('welcome.email')}
        type="email"
        autoComplete="username"
        required
        {...form.getInputProps('email')}
      />
      <div>
        <PasswordField
          key={form.key('password')}
          label={t('welcome.password')}
          description={t('welcome.passwordHint')}
          autoComplete="new-password"
          required
          {...form.getInputProps('password')}
        />
        <Meter password={password} />
      </div>
      <TextInput
        key={form.key('company')}
        label={t('welcome.company')}
        autoComplete="organization"
        required
        {...form.getInputProps('company')}
      />
      <Button
        type="submit"
        className={classes.enter ?? ''}
        loading={welcome.isPending}
        rightSection={<KeyCap keys="Enter" bright />}
      >
        {t('welcome.enter')}
      </Button>
    </form>
  )
}

function Meter({ password }: { password: string }) {
  const t = useWords(shellWords)
  const strength = strengthOf(password)
  return (
    <div>
      <meter className={classes.spoken} aria-label={t('welcome.strength.label')} max={4} value={strength}>
        {t(`welcome.strength.${strength}`)}
      </meter>
      <div className={classes.meter} aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={classes.bar} data-on={strength >= step} />
        ))}
      </div>
      {password !== '' && <p className={classes.strength}>{t(`welcome.strength.${strength}`)}</p>}
    </div>
  )
}
