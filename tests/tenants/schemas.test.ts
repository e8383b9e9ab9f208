/** What editors know about the files of a town is what the program knows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { jsonSchemas } from '../../tenants/json-schema.ts'

const read = (...path: string[]) => readFileSync(join('tenants', ...path), 'utf8')
const TOWNS = readdirSync('tenants', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'catalogue')
  .map(({ name }) => name)

type Node = { [name: string]: unknown; properties?: Record<string, Node>; description?: string }

/** Fields of a schema without a word about them, by their path. */
function silent(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { properties = {}, ...rest } = node as Node
  const own = Object.entries(properties).flatMap(([name, field]) => [
    ...(field.description ? [] : [`${path}.${name}`]),
    ...silent(field, `${path}.${name}`),
  ])
  return [...own, ...Object.values(rest).flatMap((inner) => silent(inner, path))]
}

describe.each(Object.entries(jsonSchemas()))('%s', (name, text) => {
  it('is what the definitions say (otherwise: npm run schemas)', () => {
    expect(read(name)).toBe(text)
  })

  it('says about every field of a town hall what it is for', () => {
    const languages = /\.(de|en|de-simple)$/
    const condition = /\.showIf\.(question|is)$/
    const unsaid = silent(JSON.parse(text), name).filter((path) => !languages.test(path) && !condition.test(path))
    expect(unsaid).toEqual([])
  })
})

describe.each(TOWNS)('%s', (town) => {
  const file = read(town, 'town.yaml')

  it('names its schema for editors in the first line', () => {
    expect(file.split('\n')[0]).toBe('# yaml-language-server: $schema=../town.schema.json')
  })

  it('fits the schema as an editor reads it', () => {
    const schema = z.fromJSONSchema(JSON.parse(read('town.schema.json')))
    expect(schema.safeParse(parse(file)).error).toBeUndefined()
  })
})

it('the commented example shows every field there is', () => {
  const example = read('bad-salzuflen', 'town.yaml')
  const { properties } = JSON.parse(read('town.schema.json')) as { properties: Record<string, Node> }
  const department = ((properties.departments as { items: Node }).items.properties ?? {}) as object
  const rule = ((properties.rules as { items: Node }).items.properties ?? {}) as object
  const fields = [...Object.keys(properties), ...Object.keys(department), ...Object.keys(rule)]
  const missing = fields.filter((field) => !new RegExp(`(^|[\\s#{„-])${field}:`, 'm').test(example))
  expect(missing).toEqual([])
})
