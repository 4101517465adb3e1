import type { FastifyInstance } from 'fastify'

/** As much of JSON Schema as the document of the API uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly examples?: readonly unknown[]
}
export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required?: boolean
  readonly schema: Schema
}
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly query: readonly Parameter[]
  readonly params: readonly Parameter[]
  /** of a JSON body */
  readonly body?: Schema
}

interface Document {
  paths: Record<
    string,
    Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }>
  >
  components: { schemas: Record<string, unknown> }
}

/** Every operation of the API as its own document tells it, references resolved. */
export function operationsOf(app: FastifyInstance): Operation[] {
  const { paths, components } = app.swagger() as unknown as Document
  const resolved = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(resolved)
    if (typeof part !== 'object' || part === null) return part
    if ('$ref' in part) return resolved(components.schemas[String(part.$ref).replace('#/components/schemas/', '')])
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolved(value)]))
  }
  const all = resolved(paths) as Document['paths']
  return Object.entries(all).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      const body = requestBody?.content['application/json']?.schema
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        query: parameters.filter((parameter) => parameter.in === 'query'),
        params: parameters.filter((parameter) => parameter.in === 'path'),
        ...(body && { body }),
      }
    }),
  )
}
