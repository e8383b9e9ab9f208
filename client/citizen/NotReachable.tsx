import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { NotJoinedNote, Wish } from './NotJoined.tsx'
import type { TownFace } from './town-face.ts'

type Props = {
  language: Language
  town: TownFace
  /** What somebody has written already, perhaps on a neighbour's form: to be taken along. */
  text?: string
}

/** In place of the form, where nobody knows the town hall's address. */
export function NotReachable({ language, town, text }: Props) {
  const { citizen, form } = words(language)
  return (
    <div class="page">
      <h1>{form.title}</h1>
      <NotJoinedNote language={language} town={town} reachable={false} />
      <Wish language={language} town={town} />
      {text && (
        <section aria-labelledby="text">
          <h2 id="text">{citizen.tracking.yourText}</h2>
          <p class="card">{text}</p>
        </section>
      )}
    </div>
  )
}
