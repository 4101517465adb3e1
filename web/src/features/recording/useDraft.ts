import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Problem } from '../../api/problem'
import { changeDraft, type Draft, type DraftContent, keepDraft, type Step } from './api'

/** A moment after the last change; nothing that was typed waits longer. */
const AFTER_MS = 800

/** Keeps what a guide holds on the server while one types: made at the first change, then changed over the version that was seen. */
export function useDraft(start: Draft | null, content: DraftContent, step: Step) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(start)
  const [problem, setProblem] = useState<Problem | null>(null)
  const kept = useRef(JSON.stringify(start ? [start.content, start.step] : null))
  const line = useRef<Promise<Draft | null>>(Promise.resolve(start))
  const now = JSON.stringify([content, step])
  const save = (): Promise<Draft | null> => {
    if (kept.current === now) return line.current
    kept.current = now
    line.current = line.current.then(async (before) => {
      const after = before === null ? await keepDraft(content, step) : await changeDraft(before, content, step)
      setDraft(after)
      void client.invalidateQueries({ queryKey: ['drafts'], refetchType: before === null ? 'active' : 'none' })
      return after
    })
    line.current.catch((reason: unknown) => {
      if (reason instanceof Problem) setProblem(reason)
    })
    return line.current
  }
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      if (kept.current === 'null') kept.current = now
      return
    }
    const timer = setTimeout(() => void save(), AFTER_MS)
    return () => clearTimeout(timer)
  })
  return { draft, problem, save, settled: () => line.current }
}
