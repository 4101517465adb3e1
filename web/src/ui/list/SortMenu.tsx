import { Menu } from '@mantine/core'
import type { ReactElement } from 'react'
import type { SortOrder } from './sortOrders'

export type SortProps = { orders: readonly SortOrder[]; order: string; set: (order: string) => void }
/** The order of a list, for those who do not use the column heads. */
export const SortMenu = ({ orders, order, set, children }: SortProps & { children: ReactElement }) => (
  <Menu position="bottom-end" shadow="md">
    <Menu.Target>{children}</Menu.Target>
    <Menu.Dropdown>
      <SortItems orders={orders} order={order} set={set} />
    </Menu.Dropdown>
  </Menu>
)

export const SortItems = ({ orders, order, set }: SortProps) => (
  <Menu.RadioGroup value={order} onChange={set}>
    {orders.map((one) => (
      <Menu.RadioItem key={one.order} value={one.order}>
        {one.label}
      </Menu.RadioItem>
    ))}
  </Menu.RadioGroup>
)
