import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Problem } from '../../api/problem'

/** Sends a value over the version that was seen. @throws Problem: `stale` when somebody else changed the record */
export type SaveField = (value: string, version: number) => Promise<unknown>
export type FieldState = 'still' | 'saving' | 'saved' | 'waiting' | 'refused' | 'stale'

const AGAIN_MS = 5000
const TOLD_MS = 3000

/** A field that keeps what was typed until the server has it, tries again while there is no answer, and shows a conflict. */
export function useField(value: string, version: number, save: SaveField) {
  const [draft, setDraft] = useState<string | null>(null)
  const [begun, setBegun] = useState(version)
  // the record may be read again while one types: what is saved is over the version that was seen when typing began
  const seen = draft === null ? version : begun
  const [state, setState] = useState<FieldState>('still')
  const [problem, setProblem] = useState<Problem | null>(null)
  const sent = useRef(value)
  const send = async (text: string, over: number) => {
    sent.current = text
    setState('saving')
    setProblem(null)
    try {
      await save(text, over)
      setDraft(null)
      setState('saved')
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      setProblem(reason)
      setState(reason.status === 0 ? 'waiting' : reason.type === 'stale' ? 'stale' : 'refused')
    }
  }
  const again = useEffectEvent(() => draft !== null && void send(draft, seen))
  useEffect(() => {
    if (state !== 'waiting' && state !== 'saved') return
    const timer = setTimeout(
      state === 'waiting' ? again : () => setState('still'),
      state === 'waiting' ? AGAIN_MS : TOLD_MS,
    )
    return () => clearTimeout(timer)
  }, [state])
  const shown = draft ?? value
  return {
    shown,
    state,
    problem,
    write: (text: string) => {
      setBegun(seen)
      setDraft(text)
    },
    /** Saves when something changed; called on leaving the field and on Enter. What was refused is not sent twice. */
    leave: (text = shown) => {
      if (text === value) return undo()
      if (text === sent.current && state !== 'still' && state !== 'saved') return
      setBegun(seen)
      setDraft(text)
      void send(text, seen)
    },
    undo,
    keepMine: (over: number) => void send(shown, over),
  }
  function undo() {
    setDraft(null)
    setProblem(null)
    setState('still')
  }
}
