import type { Language } from '../../tenants/schema.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import type { Spot, TownFace } from './town-face.ts'

type Props = { language: Language; town?: TownFace; current?: Spot }

/** First in the tab order, seen only when they have the focus. */
export function SkipLinks({ language, town, current }: Props) {
  const { common } = words(language)
  const hasList = current === 'start' || current === 'reports'
  return (
    <div class="skip">
      <a href="#inhalt">{common.skipToContent}</a>
      {hasList && <a href="#liste">{common.skipToList}</a>}
      {town && current !== 'report' && <a href={addresses(town.base, town.lang).report()}>{common.skipToReport}</a>}
    </div>
  )
}
