/** Short names of things: in addresses, files and columns. */
import { z } from 'zod'

export const Key = z.string().regex(/^[a-z][a-z0-9-]{1,62}$/, 'key')
