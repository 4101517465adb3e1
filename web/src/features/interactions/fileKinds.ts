export type ShownAs = 'picture' | 'pdf' | 'text'

const shown: Readonly<Record<string, ShownAs>> = {
  'application/pdf': 'pdf',
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'text/plain': 'text',
}

/** How the page shows a file of this kind; `null` when it is only for downloading, as the server then serves it. */
export const shownAs = (mediaType: string): ShownAs | null => shown[mediaType.split(';', 1)[0] ?? ''] ?? null
