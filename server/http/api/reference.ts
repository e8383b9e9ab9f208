/** The OpenAPI document as the developers' page shows it. */
import type { Call, Field, Reference, Shape, TypeWord } from '../../../client/citizen/developers-props.ts'
import type { ApiDocument, Operation, Parameter, Schema } from './document.ts'

const TAGS = ['towns', 'reports', 'desk']

export function referenceOf({ paths, components }: ApiDocument): Reference {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      call: callOf(method, path, operation),
    })),
  )
  return {
    groups: TAGS.map((tag) => ({ tag, calls: calls.filter((one) => one.tag === tag).map(({ call }) => call) })),
    shapes: Object.entries(components.schemas)
      .map(([name, schema]) => shapeOf(name, schema))
      .sort((one, other) => one.name.localeCompare(other.name)),
  }
}

function callOf(method: string, path: string, operation: Operation): Call {
  const { operationId, summary, description, parameters = [], requestBody, responses, security } = operation
  return {
    id: operationId,
    method: method.toUpperCase(),
    path: `/api${path}`,
    summary,
    description,
    scope: scopeOf(security),
    // The address is read from left to right.
    parameters: parameters.toSorted(pathFirst).map(({ name, required = false, description, schema = {} }) => ({
      ...{ name, description, type: typeOf(schema), isRequired: required },
    })),
    body: Object.entries(requestBody?.content ?? {}).map(([media, { schema = {} }]) => ({
      media,
      type: typeOf(schema),
    })),
    answers: Object.entries(responses).map(([status, { description, content = {} }]) => {
      const { schema } = Object.values(content)[0] ?? {}
      return { status, description, type: schema ? typeOf(schema) : [] }
    }),
  }
}

const pathFirst = (one: Parameter, other: Parameter) => Number(other.in === 'path') - Number(one.in === 'path')

function scopeOf(security: Operation['security']): Call['scope'] {
  const name = security.flatMap(({ key }) => key ?? [])[0]
  return name ? { name, isOptional: security.some((one) => !one.key) } : undefined
}

const shapeOf = (name: string, schema: Schema): Shape => ({
  name,
  description: schema.description,
  type: typeOf(schema),
  fields: fieldsOf(schema),
})

function fieldsOf({ properties = {}, required = [], type, items }: Schema): Field[] {
  if (type === 'array' && items) return fieldsOf(items)
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeOf(field),
    isRequired: required.includes(name),
    description: field.description,
  }))
}

/** A schema in one line, as TypeScript would write it. */
export function typeOf(schema: Schema): TypeWord[] {
  const { $ref, oneOf, anyOf, items, type, properties, format } = schema
  if ($ref) return [{ shape: $ref.split('/').at(-1)! }]
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  if (schema.enum) return [schema.enum.map((one) => JSON.stringify(one)).join(' | ')]
  const several = oneOf ?? anyOf
  if (several) return joined(several.map(typeOf), ' | ')
  if (items) return ['Array<', ...typeOf(items), '>']
  if (properties) return ['{ ', ...joined(Object.entries(properties).map(memberOf(schema)), ', '), ' }']
  const plain = [type ?? 'any'].flat().join(' | ')
  return [format ? `${plain} (${format})` : plain]
}

const memberOf =
  ({ required = [] }: Schema) =>
  ([name, schema]: [string, Schema]): TypeWord[] => [
    `${name}${required.includes(name) ? '' : '?'}: `,
    ...typeOf(schema),
  ]

const joined = (parts: TypeWord[][], between: string): TypeWord[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
