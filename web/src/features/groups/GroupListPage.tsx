import { ListPage } from '../../ui/list/ListPage'
import { groupPage } from './group.page'

export const GroupListPage = () => <ListPage page={groupPage} />
