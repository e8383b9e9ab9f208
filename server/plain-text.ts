import { z } from 'zod'

/** Text as people send it. Postgres stores every character but NUL, which nobody types. */
export const plainText = () => z.string().overwrite((text) => text.replaceAll('\u0000', ''))
