import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { NotJoinedNote, Wish } from './NotJoined.tsx'
import type { TownFace } from './town-face.ts'
import { YourText } from './YourText.tsx'

type Props = {
  language: Language
  town: TownFace
  /** What somebody has written already, perhaps on a neighbour's form: to be taken along. */
  text?: string
}

/** In place of the form, where nobody knows the town hall's address. */
export function NotReachable({ language, town, text }: Props) {
  const { form } = words(language)
  return (
    <div class="page">
      <h1>{form.title}</h1>
      <NotJoinedNote language={language} town={town} reachable={false} />
      <Wish language={language} town={town} />
      <YourText language={language} texts={text ? [text] : []} />
    </div>
  )
}
