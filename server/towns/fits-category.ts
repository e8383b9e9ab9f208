/** Whether a category is what somebody looks for. Pure. */
import { plainWord } from '../../client/i18n/plain-word.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'

/** Every word of `q` is in its names or in what people call it, in any language. */
export function fitsCategory({ name, search }: Pick<Category, 'name' | 'search'>, q: string): boolean {
  const known = [...Object.values(name), ...search].map(plain)
  const wanted = plain(q).split(/\s+/).filter(Boolean)
  return wanted.length > 0 && wanted.every((word) => known.some((one) => one.includes(word)))
}

const plain = (word: string) => plainWord(word).toLowerCase()
