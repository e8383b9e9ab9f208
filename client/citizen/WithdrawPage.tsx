import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TrackingHead } from './TrackingHead.tsx'

const MOST_TEXT = 4000

type Props = {
  language: Language
  number: number
  category: string
  action: string
  backHref: string
  value?: string
  error?: string
}

/** What withdrawing means, before it is done. */
export function WithdrawPage({ language, number, category, action, backHref, value, error }: Props) {
  const { after, common } = words(language)
  const w = after.withdraw
  return (
    <div class="page tracking">
      <TrackingHead language={language} number={number} category={category} title={w.title} />
      <p>{w.consequence}</p>
      <p>{w.undoable}</p>
      <form class="after-end__form" method="post" action={action} noValidate>
        <TextArea
          name="reason"
          label={w.reason}
          hint={w.reasonHint}
          optional={common.optional}
          value={value}
          error={error}
          rows={3}
          maxLength={MOST_TEXT}
        />
        <Button kind="danger" wide>
          {w.submit}
        </Button>
      </form>
      <p>
        <a href={backHref}>{w.back}</a>
      </p>
    </div>
  )
}
