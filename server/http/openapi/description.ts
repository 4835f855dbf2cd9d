import { errorCodes, type ErrorCode } from '../../../shared/errors.ts'
import { jsonSchema, type JsonSchema } from './json-schema.ts'
import { operations, type Operation } from './operations.ts'

/** The interface in OpenAPI 3.1, its bodies from the schemas that validate them. */
export function openApiDescription(): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const operation of operations) {
    const [method = '', route = ''] = operation.route.split(' ')
    const path = route.replace(/:(\w+)/gu, '{$1}')
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation, path) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samtavle',
      version: '1',
      description: 'HTTP interface. Boards are documents over WebSocket: see docs/api.md. Views are in shared/api.ts.',
    },
    paths,
    components: {
      schemas: {
        Error: {
          type: 'object',
          properties: { code: { enum: Object.keys(errorCodes) }, message: { type: 'string' } },
          required: ['code', 'message'],
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'samtavle' },
      },
    },
  }
}

function describe({ who, summary, body, query = [], answer, errors = [] }: Operation, path: string): JsonSchema {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].flatMap(([, name]) => (name === undefined ? [] : [name]))
  const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
  return {
    summary,
    ...(names.length + query.length > 0
      ? {
          parameters: [
            ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
            ...query.map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
          ],
        }
      : {}),
    security: who === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
    ...(body ? { requestBody: { required: true, content: json(jsonSchema(body)) } } : {}),
    responses: {
      [answer.status]: {
        description: answer.says,
        ...(answer.status === 204 ? {} : { content: json({}) }),
      },
      ...errorAnswers([...errors, ...commonErrors(who, body !== undefined, names.length > 0)], json),
    },
  }
}

function commonErrors(who: Operation['who'], hasBody: boolean, hasPlace: boolean): ErrorCode[] {
  return [
    ...(hasBody ? (['badRequest', 'tooLarge'] as const) : []),
    ...(who === 'anyone' ? [] : (['notSignedIn', 'notAllowed'] as const)),
    ...(hasPlace ? (['notFound'] as const) : []),
  ]
}

/** One answer a status, with the codes that come with it. */
function errorAnswers(
  codes: readonly ErrorCode[],
  json: (schema: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> {
  const byStatus = new Map<number, Set<ErrorCode>>()
  for (const code of codes) {
    const status = errorCodes[code]
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      String(status),
      { description: [...those].join(', '), content: json({ $ref: '#/components/schemas/Error' }) },
    ]),
  )
}
