import { ListPage } from '../../ui/list/ListPage'
import { templatePage } from './template.page'

export const TemplateListPage = () => <ListPage page={templatePage} />
