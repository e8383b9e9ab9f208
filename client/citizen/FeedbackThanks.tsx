import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Outward } from './LawPage.tsx'
import type { TownFace } from './town-face.ts'

type Props = {
  language: Language
  town: TownFace
  /** There is an address to answer to. */
  isAnswered: boolean
  days: number
  /** Of the town's Land; a town that has not joined is not answerable for these pages. */
  enforcement?: { name: string; url: string }
}

/** What happens with words about a barrier, by when, and who helps if it does not. */
export function FeedbackThanks({ language, town, isAnswered, days, enforcement }: Props) {
  const { thanks } = words(language).feedback
  const to = addresses(town.base)
  return (
    <div class="page law">
      <div class="law__part" role="status">
        <Icon name="check-circle" size="xl" />
        <h1>{thanks.title}</h1>
        <p>{isAnswered ? thanks.answer(days) : thanks.noAnswer(days)}</p>
      </div>
      {enforcement && (
        <p>
          {thanks.enforcement}{' '}
          <Outward href={enforcement.url} lang="de">
            {enforcement.name}
          </Outward>
        </p>
      )}
      <p>
        <a href={to.accessibility()}>{thanks.back}</a>
      </p>
      <p>
        <a href={to.start()}>{thanks.start}</a>
      </p>
    </div>
  )
}
