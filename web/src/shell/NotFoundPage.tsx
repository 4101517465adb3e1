import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n'
import { Empty } from '../ui/Empty'
import { PageTitle } from '../ui/PageTitle'
import { shellWords } from './messages'

/** An address that leads nowhere: says so, and the way on. */
export function NotFoundPage() {
  const t = useWords(shellWords)
  return (
    <>
      <PageTitle title={t('notFound.title')} />
      <Empty
        actions={
          <Button component={Link} to="/" variant="light">
            {t('notFound.home')}
          </Button>
        }
      >
        {t('notFound.text')}
      </Empty>
    </>
  )
}
