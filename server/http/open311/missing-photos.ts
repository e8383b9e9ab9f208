/** What is said to the sender of photos that did not come along: how many. */
import { words } from '../../../client/i18n/index.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { MissingPhoto } from '../../photos/gather-photos.ts'

export const noticeOfMissing = (language: Language, missing: readonly MissingPhoto[]): string[] =>
  missing.length > 0 ? [words(language).open311.photosMissing(missing.length)] : []
