/** What the clerks are told of photos that did not come along, in the town hall's language. */
import { words } from '../../client/i18n/index.ts'
import { SOURCE_LANGUAGE } from '../../tenants/languages.ts'
import type { MissingPhoto } from './gather-photos.ts'

/** Long addresses are cut: the note stays readable. */
const MOST_NAME = 300

export function missingNote(system: string, missing: readonly MissingPhoto[]): string | undefined {
  if (missing.length === 0) return undefined
  const { open311 } = words(SOURCE_LANGUAGE)
  const say = {
    unreachable: open311.photoUnreachable,
    no_picture: open311.photoNoPicture,
    too_many: open311.photoTooMany,
  }
  return open311.photosNote(
    system,
    missing.map(({ name, because }) => say[because](name.slice(0, MOST_NAME))).join('\n'),
  )
}
