import type { Town } from '../../tenants/schema.ts'

/** A town in a sentence. German takes the form its case needs, other languages the plain name. */
export type TownInWords = { name: string; forms: Town['forms'] }
