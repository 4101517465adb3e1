import { createContext, useContext } from 'react'

export const RightsContext = createContext<readonly string[]>([])
/** Whether the signed-in user may do something; what a user may not see is absent, not grey. */
export function useMay(): (right: string | undefined) => boolean {
  const rights = useContext(RightsContext)
  return (right) => right === undefined || rights.includes(right)
}
