import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../i18n'
import { matches } from '../ui/match'
import { PageTitle } from '../ui/PageTitle'
import classes from './Help.module.css'
import { KeySheet } from './KeySheet'
import { shellWords } from './messages'

const topics = ['record', 'find', 'filters', 'undo', 'drafts', 'lists', 'views'] as const

/** All keys, and how the daily work goes. */
export function HelpPage() {
  const t = useWords(shellWords)
  const [text, setText] = useState('')
  const found = topics.filter((topic) => matches(text, [`${t(`guide.${topic}.title`)} ${t(`guide.${topic}.text`)}`]))
  return (
    <>
      <PageTitle title={t('help.title')} about={t('help.about')} />
      <div className={classes.page}>
        <h2 className={classes.heading}>{t('help.guide')}</h2>
        <TextInput
          type="search"
          maw={360}
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p role="status">{found.length === 0 && t('help.none', { text })}</p>
        {found.map((topic) => (
          <section key={topic} className={classes.topic}>
            <h3>{t(`guide.${topic}.title`)}</h3>
            <p>{t(`guide.${topic}.text`)}</p>
          </section>
        ))}
        <h2 className={classes.heading}>{t('help.keys')}</h2>
        <KeySheet />
      </div>
    </>
  )
}
