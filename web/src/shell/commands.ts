import { IconHelpCircle, IconSettings } from '@tabler/icons-react'
import { registerPage } from '../ui/commands'
import { shellWords } from './messages'

registerPage({ to: '/help', words: shellWords, title: 'help.title', icon: IconHelpCircle })
registerPage({ to: '/setup', words: shellWords, title: 'setup.title', icon: IconSettings, chord: 'G U' })
