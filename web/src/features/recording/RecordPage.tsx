import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../../ui/address'
import { Failed, Reading } from '../../ui/list/ListStates'
import { recordingQueries } from './api'
import { RecordGuide } from './RecordGuide'

/** The guide at its address: a new one from what the address names, or a draft that is resumed where it was left. */
export function RecordPage() {
  const { search } = useAddress()
  const id = Number(search.draft) || null
  const draft = useQuery({ ...recordingQueries.draft(id ?? 0), enabled: id !== null })
  const templates = useQuery(recordingQueries.templates)
  if (templates.isPending || (id !== null && draft.isPending)) return <Reading />
  if (templates.isError) return <Failed problem={templates.error} retry={() => void templates.refetch()} />
  if (id !== null && draft.isError) return <Failed problem={draft.error} retry={() => void draft.refetch()} />
  const template = templates.data.find(({ kind }) => kind === search.kind)
  const number = (text: string | undefined) => (Number(text) > 0 ? Number(text) : null)
  const [contact, salesperson, follows] = [number(search.contact), number(search.salesperson), number(search.follows)]
  const begun = {
    ...(contact !== null && { contactIds: [contact] }),
    ...(template && { templateId: template.id }),
    ...(salesperson !== null && { salespersonId: salesperson }),
    ...(follows !== null && { followsId: follows }),
  }
  return <RecordGuide key={id ?? 'new'} draft={draft.data ?? null} begun={begun} templates={templates.data} />
}
