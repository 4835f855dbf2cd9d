import type * as v from 'valibot'

/** A piece of JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = { [key: string]: unknown }

type Action = { kind: string; type: string; requirement?: unknown }
type Schema = {
  type: string
  pipe?: readonly (Schema | Action)[]
  entries?: Record<string, Schema>
  options?: readonly (Schema | string)[]
  item?: Schema
  wrapped?: Schema
  default?: unknown
  literal?: unknown
  key?: string
}

/**
 * What a valibot schema takes, as JSON Schema. Knows what `shared/` uses and throws for anything else, so that a
 * schema that begins to use more is noticed by the tests and not described wrongly.
 */
export function jsonSchema(schema: v.GenericSchema): JsonSchema {
  return fromSchema(schema as unknown as Schema)
}

function fromSchema(schema: Schema): JsonSchema {
  const base = fromType(schema)
  // The first of a pipe is the schema itself. What follows a transformation is said of what comes in, too: outer
  // white space is no promise that anybody has to keep.
  const [, ...actions] = schema.pipe ?? []
  return actions.reduce<JsonSchema>((made, action) => ({ ...made, ...fromAction(action as Action, base) }), base)
}

function fromType(schema: Schema): JsonSchema {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type }
    case 'literal':
      return { const: schema.literal }
    case 'picklist':
      return { enum: [...(schema.options ?? [])] }
    case 'custom':
      // The only one: a calendar date.
      return { type: 'string', format: 'date' }
    case 'array':
      return { type: 'array', items: fromSchema(part(schema.item)) }
    case 'nullable':
      return { anyOf: [fromSchema(part(schema.wrapped)), { type: 'null' }] }
    case 'union':
      return { anyOf: (schema.options ?? []).map((option) => fromSchema(option as Schema)) }
    case 'variant':
      return { oneOf: (schema.options ?? []).map((option) => fromSchema(option as Schema)) }
    case 'object':
    case 'strict_object':
      return fromObject(schema)
    default:
      throw new Error(`no JSON Schema is known for ${schema.type}`)
  }
}

function fromObject({ type, entries = {} }: Schema): JsonSchema {
  const properties = Object.entries(entries).map(([key, entry]) => {
    if (entry.type !== 'optional') return [key, fromSchema(entry)]
    const inner = fromSchema(part(entry.wrapped))
    return [key, entry.default === undefined ? inner : { ...inner, default: entry.default }]
  })
  const required = Object.keys(entries).filter((key) => entries[key]?.type !== 'optional')
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as JsonSchema,
    ...(required.length > 0 ? { required } : {}),
    ...(type === 'strict_object' ? { additionalProperties: false } : {}),
  }
}

function fromAction({ kind, type, requirement }: Action, base: JsonSchema): JsonSchema {
  const isList = base['type'] === 'array'
  switch (kind === 'transformation' ? 'transformation' : type) {
    case 'transformation':
      return {}
    case 'integer':
      return { type: 'integer' }
    case 'min_length':
      return { [isList ? 'minItems' : 'minLength']: requirement }
    case 'max_length':
      return { [isList ? 'maxItems' : 'maxLength']: requirement }
    case 'min_value':
      return { minimum: requirement }
    case 'max_value':
      return { maximum: requirement }
    case 'regex':
      return { pattern: (requirement as RegExp).source }
    default:
      throw new Error(`no JSON Schema is known for ${type}`)
  }
}

function part(schema: Schema | undefined): Schema {
  if (!schema) throw new Error('a schema without its part')
  return schema
}
