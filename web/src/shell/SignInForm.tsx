import { Alert, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useWords } from '../i18n'
import { KeyCap } from '../ui/KeyCap'
import { PasswordField } from '../ui/PasswordField'
import classes from './Door.module.css'
import { shellWords } from './messages'
import { useSignIn } from './session'

/** E-mail and password; a refusal says why over the fields, and what was typed stays. */
export function SignInForm({ email, done }: { email?: string; done: () => void }) {
  const t = useWords(shellWords)
  const signIn = useSignIn()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: email ?? '', password: '' },
    validate: {
      email: (value) => value.trim() === '' && t('signIn.missingEmail'),
      password: (value) => value === '' && t('signIn.missingPassword'),
    },
  })
  const submit = form.onSubmit(
    (values) => signIn.mutate({ ...values, email: values.email.trim() }, { onSuccess: done }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  )
  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      {signIn.error && (
        <Alert color="red" role="alert">
          {signIn.error.message}
        </Alert>
      )}
      <TextInput
        key={form.key('email')}
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        required
        readOnly={email !== undefined}
        {...form.getInputProps('email')}
      />
      <PasswordField
        key={form.key('password')}
        label={t('signIn.password')}
        autoComplete="current-password"
        required
        data-autofocus
        {...form.getInputProps('password')}
      />
      <Button
        type="submit"
        className={classes.enter ?? ''}
        loading={signIn.isPending}
        rightSection={<KeyCap keys="Enter" bright />}
      >
        {t('signIn.enter')}
      </Button>
    </form>
  )
}
