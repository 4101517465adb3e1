import { ListPage } from '../../ui/list/ListPage'
import { contactPage } from './contact.page'

export const ContactListPage = () => <ListPage page={contactPage} />
