import { ListPage } from '../../ui/list/ListPage'
import { languagePage } from './language.page'

export const LanguageListPage = () => <ListPage page={languagePage} />
