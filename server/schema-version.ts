/** The migration this build was made with; a server serves only a database that has it. */
import journal from '../db/migrations/meta/_journal.json' with { type: 'json' }

export const SCHEMA_VERSION = Math.max(...journal.entries.map((entry) => entry.when))
