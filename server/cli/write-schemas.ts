/** `npm run schemas`: writes the JSON Schemas beside the files they describe. */
import { writeFileSync } from 'node:fs'
import { jsonSchemas } from '../../tenants/json-schema.ts'

for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../../tenants/${name}`, import.meta.url), text)
}
