import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import type { Spot, TownFace } from './town-face.ts'

type Props = { language: Language; town?: TownFace; current?: Spot; list?: boolean }

/** First in the tab order, seen only when they have the focus. */
export function SkipLinks({ language, town, current, list }: Props) {
  const { common } = words(language)
  return (
    <nav class="skip" aria-label={common.skipNavigation}>
      <a href="#inhalt">{common.skipToContent}</a>
      {list && <a href="#liste">{common.skipToList}</a>}
      {town && current !== 'report' && <a href={addresses(town.base).report()}>{common.skipToReport}</a>}
    </nav>
  )
}
