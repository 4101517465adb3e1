import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Problem } from '../api/problem'
import { useWords } from '../i18n'
import { Empty } from '../ui/Empty'
import { uiWords } from '../ui/messages'
import { PageTitle } from '../ui/PageTitle'
import { shellWords } from './messages'
import { NotFoundPage } from './NotFoundPage'

/** In place of a page that could not be read or drawn: the reason and the way out; the frame around it stays. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const t = useWords(shellWords)
  const ui = useWords(uiWords)
  const router = useRouter()
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />
  const refused = error instanceof Problem ? error : null
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <>
      <PageTitle title={t('broken.title')} />
      <Empty
        alert
        actions={
          <Button variant="default" onClick={again}>
            {ui('retry')}
          </Button>
        }
      >
        {refused ? `${refused.message}${refused.status === 403 ? ` ${t('notAllowed')}` : ''}` : t('broken.text')}
      </Empty>
    </>
  )
}
