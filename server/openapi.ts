/** A JSON document or a part of it. */
type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

/**
 * Gives the document's repeated shapes their names: a schema that a feature exports stands once under components, and
 * wherever the document spells it out, a reference takes its place.
 * @param schemas exported schemas by name; of two that are the same, the first name counts
 */
export function nameSchemas(document: object, schemas: Readonly<Record<string, unknown>>): object {
  const names = new Map<string, string>()
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isShape(schema)) continue
    const text = spelling(plain(schema))
    if (!names.has(text)) names.set(text, name)
  }
  const components: Record<string, Json> = {}
  const named = (part: Json, inside?: string): Json => {
    if (Array.isArray(part)) return part.map((one) => named(one))
    if (typeof part !== 'object' || part === null) return part
    const name = names.get(spelling(part))
    if (name !== undefined && name !== inside) {
      if (!(name in components)) {
        components[name] = null
        components[name] = named(part, name)
      }
      return { $ref: `#/components/schemas/${name}` }
    }
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, named(value)]))
  }
  const whole = plain(document) as { [key: string]: Json }
  const { components: given, ...rest } = whole
  const body = named(rest) as object
  const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...body, components: { ...(given as object), schemas: sorted } }
}

/** As the document spells it: an object of any fields has no pattern for their names there. */
const plain = (value: unknown): Json =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part !== 'object' || part === null || !('patternProperties' in part)) return part
      const { patternProperties, ...rest } = part
      return { ...rest, additionalProperties: Object.values(patternProperties as object)[0] }
    }),
  )

/** A schema of an object with fields: what deserves a name. */
const isShape = (schema: unknown): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  'properties' in schema &&
  Object.keys(schema.properties ?? {}).length > 0

/** The same for the same content, whatever the order of its keys. */
const spelling = (part: Json): string =>
  Array.isArray(part)
    ? `[${part.map(spelling).join()}]`
    : typeof part === 'object' && part !== null
      ? `{${Object.keys(part)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${spelling(part[key])}`)
          .join()}}`
      : JSON.stringify(part ?? null)
