import { requestHeaders } from './client'
import { Problem } from './problem'

interface Upload {
  /** Part between 0 and 1 that has left, told as it goes. */
  onProgress?: (part: number) => void
  signal?: AbortSignal
  /** Text parts beside the file. */
  fields?: Readonly<Record<string, string>>
}

/**
 * Sends one file as multipart/form-data, part `file`, with progress (which fetch cannot tell).
 * @returns the server's answer
 * @throws Problem when it is refused, status 0 when no answer came; DOMException `AbortError` when stopped
 */
export function upload<T>(path: string, file: File, { onProgress, signal, fields = {} }: Upload = {}): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', path)
  request.responseType = 'json'
  for (const [name, value] of Object.entries(requestHeaders('POST'))) request.setRequestHeader(name, value)
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / Math.max(total, 1))
  request.onload = () =>
    request.status < 300 ? resolve(request.response) : reject(new Problem(request.response, request.status))
  request.onerror = () => reject(new Problem(null, 0))
  request.onabort = () => reject(new DOMException('', 'AbortError'))
  signal?.addEventListener('abort', () => request.abort(), { once: true })
  request.send(form)
  return promise
}
