import { ListPage } from '../../ui/list/ListPage'
import { salespersonPage } from './salesperson.page'

export const SalespersonListPage = () => <ListPage page={salespersonPage} />
