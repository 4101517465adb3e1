import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../../ui/address'
import { foundQuery } from './api'
import { FoundSentence, Marked } from './FoundSentence'

/** Only the rows on show are drawn, so each asks for itself; the questions of one frame go out together. */
const useFound = (id: number) => useQuery(foundQuery(useAddress().search.q?.trim() ?? '', id)).data ?? []

/** The description of an entry in a list that was searched: what was found in it is marked. */
export function FoundDescription({ id, description }: { id: number; description: string }) {
  const found = useFound(id).find(({ where }) => where === 'description')
  const whole = found?.sentence.map(({ text }) => text).join('') === description
  return found && whole ? <Marked pieces={found.sentence} /> : description
}

/** The sentence of a comment or a file in which something was found, in a list that was searched. */
export function FoundLine({ id }: { id: number }) {
  const found = useFound(id).find(({ where }) => where !== 'description')
  return found && <FoundSentence found={found} />
}
