import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { newGatheringBody, newTeamsBody } from '../../../shared/api.ts'
import { commandSchema } from '../../../shared/commands.ts'
import { errorCodes } from '../../../shared/errors.ts'
import { makeApp } from '../../../server/http/app.ts'
import { jsonSchema, type JsonSchema } from '../../../server/http/openapi/json-schema.ts'
import { StaticFiles } from '../../../server/http/static-files.ts'
import { openHall, type Hall } from '../hall.ts'

type Described = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, DescribedOperation>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> }
}
type DescribedOperation = {
  parameters?: { name: string; in: string; required: boolean }[]
  security: Record<string, unknown>[]
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } }
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>
}

let hall: Hall
let description: Described

beforeAll(async () => {
  hall = await openHall()
  description = (await hall.ask<Described>('GET', '/api/openapi.json')).body
})
afterAll(() => hall.close())

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('[AC85] the description of the interface', () => {
  test('needs no session and has every route of the interface, and no other', () => {
    expect(description).toMatchObject({ openapi: '3.1.0', info: { title: 'Samtavle', version: '1' } })
    const routes = makeApp(hall.parts, new StaticFiles(new Map()))
      .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/gu, '{$1}')}`)
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(new Set(described)).toEqual(new Set(routes))
    expect(described).toHaveLength(new Set(routes).size)
  })

  test('is valid in shape: parameters, bodies, answers and references are all there', () => {
    for (const { path, method, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)
      const parameters = operation.parameters ?? []
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named)
      for (const parameter of parameters) expect(parameter.required).toBe(parameter.in === 'path')
      if (method === 'get' || method === 'delete') expect(operation.requestBody).toBeUndefined()
      const statuses = Object.keys(operation.responses)
      expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1)
      for (const { description: says } of Object.values(operation.responses)) expect(says).not.toBe('')
      for (const scheme of operation.security.flatMap(Object.keys)) {
        expect(description.components.securitySchemes).toHaveProperty(scheme)
      }
    }
    for (const [, reference] of JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/gu)) {
      expect(description.components.schemas).toHaveProperty(reference ?? '')
    }
    expect(description.components.schemas['Error']).toMatchObject({
      properties: { code: { enum: Object.keys(errorCodes) } },
    })
  })

  test('says what is answered: an error that happens is among those described', async () => {
    const described = description.paths['/api/secrets/lookup']?.['post']?.responses
    const answer = await hall.ask<{ code: string }>('POST', '/api/secrets/lookup', { body: { secret: 'wrong' } })
    expect(described?.[String(answer.status)]?.description).toContain(answer.body.code)
  })
})

describe('[AC85] bodies are described by the schemas that validate them', () => {
  test('a gathering: limits, dates, defaults, what may be left out', () => {
    expect(jsonSchema(newGatheringBody)).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 120 },
        place: { type: 'string', maxLength: 120, default: '' },
        days: {
          anyOf: [
            { type: 'integer', minimum: 1, maximum: 14 },
            { type: 'array', items: { type: 'string', format: 'date' }, minItems: 1, maxItems: 14 },
          ],
          default: 2,
        },
      },
      required: ['name'],
    })
  })

  test('commands: one of the five, nothing beside', () => {
    const { oneOf } = jsonSchema(commandSchema) as { oneOf: JsonSchema[] }
    expect(oneOf).toHaveLength(commandSchema.options.length)
    expect(oneOf[1]).toMatchObject({
      additionalProperties: false,
      properties: {
        type: { const: 'comment' },
        subject: { properties: { kind: { enum: ['team', 'map', 'actor', 'goal', 'card'] } } },
        replyTo: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      },
    })
  })

  test('a list of teams; and what is not known is not described wrongly', () => {
    expect(jsonSchema(newTeamsBody)).toMatchObject({ properties: { teams: { type: 'array', maxItems: 500 } } })
    expect(() => jsonSchema(v.map(v.string(), v.string()))).toThrow('map')
    expect(() => jsonSchema(v.pipe(v.string(), v.email()))).toThrow('email')
  })
})
