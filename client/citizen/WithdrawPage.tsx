import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'

const MOST_TEXT = 4000

export type WithdrawPageProps = {
  language: Language
  number: number
  category: string
  version: number
  action: string
  /** Back to the report. */
  backHref: string
  value?: string
  error?: string
}

/** What it means to withdraw, before it is done. */
export function WithdrawPage({
  language,
  number,
  category,
  version,
  action,
  backHref,
  value,
  error,
}: WithdrawPageProps) {
  const { citizen, common, reply } = words(language)
  const text = reply.withdraw
  return (
    <div class="page tracking">
      <header class="tracking__head">
        <p class="muted small">
          {citizen.tracking.title(number)}, {category}
        </p>
        <h1>{text.title}</h1>
      </header>
      <p>{text.text}</p>
      <p>{text.undoable}</p>
      <form class="after-end" action={action} method="post">
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label={text.reason}
          hint={text.reasonHint}
          optional={common.optional}
          value={value}
          error={error}
          rows={3}
          maxLength={MOST_TEXT}
        />
        <div class="actions">
          <Button kind="danger">{text.send}</Button>
          <ButtonLink href={backHref} kind="secondary">
            {text.keep}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
