type Session = components['schemas']['Session']
type Answer<T> = { headers: Record<string, unknown>; content: { 'application/json': T } }
type Refused = { headers: Record<string, unknown>; content: { 'application/problem+json': components['schemas']['Problem'] } }
type Nothing = { query?: never; header?: never; path?: never; cookie?: never }
export interface paths {
  '/api/session': {
    parameters: Nothing
    get: { parameters: Nothing; requestBody?: never; responses: { 200: Answer<Session>; default: Refused } }
    post: { parameters: Nothing; requestBody: { content: { 'application/json': { email: string; password: string } } }; responses: { 200: Answer<Session>; default: Refused } }
    delete: { parameters: Nothing; requestBody?: never; responses: { 204: { headers: Record<string, unknown>; content?: never }; default: Refused } }
    patch: { parameters: Nothing; requestBody: { content: { 'application/json': components['schemas']['SessionPatch'] } }; responses: { 200: Answer<Session>; default: Refused } }
  }
  '/api/welcome': {
    parameters: Nothing
    get: { parameters: { query: { token: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: Answer<{ valid: boolean }>; default: Refused } }
    post: { parameters: Nothing; requestBody: { content: { 'application/json': { token: string; name: string; email: string; password: string; company: string; language: 'en' | 'it' } } }; responses: { 201: Answer<Session>; default: Refused } }
  }
  '/api/undo/{id}': {
    parameters: Nothing
    post: { parameters: { query?: never; header?: never; path: { id: number }; cookie?: never }; requestBody?: never; responses: { 200: Answer<components['schemas']['Done']>; default: Refused } }
  }
}
export interface components {
  schemas: {
    Preferences: { scheme?: 'light' | 'dark' | 'auto'; density?: 'compact' | 'normal' | 'airy'; singleKeys?: boolean }
    Session: {
      user: { id: number; name: string; email: string; language: 'en' | 'it'; zone: string; rights: string[]; salespersonId: number | null; preferences: components['schemas']['Preferences'] }
      company: { name: string }
    }
    SessionPatch: { language?: 'en' | 'it'; zone?: string; preferences?: components['schemas']['Preferences'] }
    Done: { count: number; undoId: number | null; undoUntil: string | null }
    Problem: { type: string; title: string; status: number; detail?: string; errors?: { pointer: string; type: string; detail: string }[]; values?: Record<string, unknown> }
  }
}
