import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import type { NotJoinedTown, TownFace } from './town-face.ts'

type Props = { language: Language; town: TownFace }

/** Says what happens in a town that has not joined. */
export function NotJoinedNote({ language, town, reachable }: Props & NotJoinedTown) {
  const { notJoined } = words(language).citizen
  return (
    <Note tone="info" icon={reachable ? 'mail' : 'info'} title={notJoined.title(town.name)}>
      <p>{reachable ? notJoined.byMail : notJoined.unreachable}</p>
    </Note>
  )
}

/** Counts who would like the town to join. */
export function Wish({ language, town, wished }: Props & { wished?: boolean }) {
  const { notJoined } = words(language).citizen
  if (wished) {
    return (
      <Note tone="ok" role="status">
        <p>{notJoined.wished}</p>
      </Note>
    )
  }
  return (
    <form class="wish" action={addresses(town.base).wish()} method="post">
      <Button kind="secondary" size="s">
        {notJoined.wish}
      </Button>
      <p class="field__hint">{notJoined.wishHint}</p>
    </form>
  )
}
