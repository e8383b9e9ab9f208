/** Whom to call before anything is written. */
import type { Category, Emergency } from '../../../tenants/catalogue-schema.ts'

/** Numbers that the category itself or one of its answers names. */
export function dangerOf({ emergency, questions }: Pick<Category, 'emergency' | 'questions'>): Emergency[] {
  const stops = questions.flatMap(({ effects }) => effects.flatMap(({ stop }) => stop ?? []))
  return [...new Set([...emergency, ...stops])]
}
