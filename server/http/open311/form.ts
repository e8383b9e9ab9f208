/** The body of a POST: urlencoded, or multipart with photos. An empty field is as if it were not there. */
import type { Context } from 'hono'
import type { PhotoFile } from '../../photos/photo-file.ts'
import type { AppEnv } from '../app-env.ts'
import { readFormData } from '../photos.ts'

type C = Context<AppEnv>

/** Read once, however often it is asked for. @throws malformed */
export const readForm = (c: C): Promise<FormData> => readFormData(c)

/** The first value of a field; FixMyStreet sends lines that end as HTTP's do. */
export function textOf(form: FormData, name: string): string | undefined {
  return textsOf(form, name)[0]
}

export function textsOf(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim())
    .filter((value) => value !== '')
}

/** The standard has it in the body, FixMyStreet's reading of updates in the query. */
export const keyOf = (c: C, form?: FormData): string | undefined =>
  (form && textOf(form, 'api_key')) || c.req.query('api_key')?.trim()

const ATTRIBUTE = /^attribute\[([A-Za-z0-9._-]{1,80})\](\[\])?$/

/** `attribute[code]=value` and `attribute[code][]=value`; several of one code are a list. */
export function attributesOf(form: FormData): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const name of new Set(form.keys())) {
    const code = ATTRIBUTE.exec(name)?.[1]
    const values = code ? textsOf(form, name) : []
    if (code && values.length > 0) found.set(code, [...(found.get(code) ?? []), ...values])
  }
  return found
}

/** `photo`, `photo1`…, `media`, `media[]`, `file_…`: whatever is called so and is a file. */
const FILE = /^(photo\d{0,2}|media|file_[\w.-]{1,80})(\[\])?$/

export async function filesOf(form: FormData): Promise<PhotoFile[]> {
  const files = [...new Set(form.keys())]
    .filter((name) => FILE.test(name))
    .flatMap((name) => form.getAll(name))
    .filter((value) => typeof value !== 'string')
    .filter(({ size }) => size > 0)
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}
