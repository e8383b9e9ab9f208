/** How a route describes itself in the OpenAPI document: what it answers, and in which words it refuses. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import type { Scope } from '../../../db/schema/interfaces.ts'
import { Problem } from './shapes.ts'

const REFUSALS = {
  400: 'Not readable',
  403: 'The key is missing, is not valid here, or may not do this: `reason` says which',
  404: 'There is no such town or report, or it is not for everybody',
  409: 'Not possible now: `reason` says why',
  413: 'Too large',
  422: 'A parameter or a field is wrong: `errors[].pointer` names it',
  429: 'Too many calls: `Retry-After` in seconds says when again',
  500: 'Our fault: `requestId` helps to find out',
  503: 'Out of reach for a moment: come again',
} as const
type Refusal = keyof typeof REFUSALS
/** What every route can say. */
const ALWAYS: readonly Refusal[] = [429, 500, 503]

type Spec = Omit<DescribeRouteOptions, 'responses' | 'operationId' | 'tags' | 'security'> & {
  operationId: string
  tag: string
  answers: Record<number, object>
  refuses?: readonly Refusal[]
  /** Words of this route's own for a refusal. */
  because?: Partial<Record<Refusal, string>>
  /** The scope a key needs; `optional`: it works without a key too. */
  scope?: Scope
  isKeyOptional?: boolean
}

export function describe({ tag, answers, refuses = [], because = {}, scope, isKeyOptional, ...spec }: Spec) {
  const refusal = (status: Refusal) => ({
    description: because[status] ?? REFUSALS[status],
    content: { 'application/problem+json': { schema: resolver(Problem) } },
  })
  const refusals = Object.fromEntries([...refuses, ...ALWAYS].map((status) => [status, refusal(status)]))
  const withKey = scope ? [{ key: [scope] }] : []
  return describeRoute({
    ...spec,
    tags: [tag],
    responses: { ...answers, ...refusals } as DescribeRouteOptions['responses'] & object,
    security: isKeyOptional ? [{}, ...withKey] : withKey,
  })
}

export const json = <Schema extends z.ZodType>(description: string, schema: Schema, type = 'application/json') => ({
  description,
  content: { [type]: { schema: resolver(schema) } },
})
export const geoJson = <Schema extends z.ZodType>(description: string, schema: Schema) =>
  json(description, schema, 'application/geo+json')

/** To a GET whose `If-None-Match` is what it would be answered with. */
export const UNCHANGED = { 304: { description: 'Unchanged since the `ETag` in `If-None-Match`' } }

/** hono-openapi takes a resolver for a body although its type says JSON Schema. */
export const bodyOf = (schema: z.ZodType): never => resolver(schema) as never
