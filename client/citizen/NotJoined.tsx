import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import type { NotJoinedTown, TownFace } from './town-face.ts'

type Props = NotJoinedTown & {
  language: Language
  town: TownFace
  /** The wish has just been counted. */
  wished?: boolean
}

/** Says what happens in a town that has not joined, and counts who would like it to. */
export function NotJoined({ language, town, reachable, wished }: Props) {
  const { notJoined } = words(language).citizen
  return (
    <>
      <NotJoinedNote language={language} town={town} reachable={reachable} />
      {wished ? (
        <Note tone="ok" role="status">
          <p>{notJoined.wished}</p>
        </Note>
      ) : (
        <form class="wish" action={addresses(town.base).wish()} method="post">
          <Button kind="secondary" size="s">
            {notJoined.wish}
          </Button>
          <p class="field__hint">{notJoined.wishHint}</p>
        </form>
      )}
    </>
  )
}

/** Only the words: where a form around it has buttons of its own. */
export function NotJoinedNote({ language, town, reachable }: Omit<Props, 'wished'>) {
  const { notJoined } = words(language).citizen
  return (
    <Note tone="info" icon="mail" title={notJoined.title(town.name)}>
      <p>{reachable ? notJoined.byMail : notJoined.unreachable}</p>
    </Note>
  )
}
