import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { TrackingHead } from './TrackingHead.tsx'

type Props = {
  language: Language
  number: number
  category: string
  what: 'contact' | 'all'
  /** With everything of it an open report is withdrawn. */
  isOpen: boolean
  action: string
  backHref: string
}

/** What erasing means, before it is done. */
export function EraseOwnPage({ language, number, category, what, isOpen, action, backHref }: Props) {
  const { erasure } = words(language)
  const w = erasure[what]
  return (
    <div class="page tracking">
      <TrackingHead language={language} number={number} category={category} title={w.title} />
      <p>{w.consequence}</p>
      {what === 'contact' && <p>{erasure.contact.goesOn}</p>}
      {what === 'all' && isOpen && (
        <Note tone="warn">
          <p>{erasure.all.open}</p>
        </Note>
      )}
      {what === 'all' && <p>{erasure.all.hidden}</p>}
      {what === 'all' && (
        <p>
          <strong>{erasure.all.final}</strong>
        </p>
      )}
      <form class="after-end__form" method="post" action={action}>
        <Button kind="danger" wide>
          {w.submit}
        </Button>
      </form>
      <p>
        <a href={backHref}>{erasure.back}</a>
      </p>
    </div>
  )
}
