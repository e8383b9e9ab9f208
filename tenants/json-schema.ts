/** The same definitions for editors: they complete, explain and mark while somebody writes a town's file. */
import { z } from 'zod'
import { CatalogueFile } from './catalogue-schema.ts'
import { ImportMapping } from './import-schema.ts'
import { TownFile } from './schema.ts'

const FILES = {
  'town.schema.json': { schema: TownFile, title: 'Eine Kommune' },
  'catalogue.schema.json': { schema: CatalogueFile, title: 'Der gemeinsame Katalog' },
  'import.schema.json': { schema: ImportMapping, title: 'Zuordnung für eine Übernahme' },
}

/** JSON Schema (draft 2020-12) by file name, to stand in `tenants/`. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, { schema, title }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' })
      return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`]
    }),
  )
}
