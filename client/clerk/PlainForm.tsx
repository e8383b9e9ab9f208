import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { Button, type ButtonKind } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { type FieldProblem, problemOf } from '../ui/field.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'

/** A form that came back: which of the page, what was typed but passwords, what is wrong. */
export type Refused = { what: string; values: Record<string, string>; errors: FieldProblem[] }

type Props = {
  frame: ClerkFrame
  action: string
  what: string
  /** Makes something that is there once, however often it is sent. */
  once?: string
  refused?: Refused
  submit: string
  kind?: ButtonKind
  size?: 'm' | 's'
  children?: ComponentChildren
}

export function PlainForm({ frame, action, what, once, refused, submit, kind, size = 's', children }: Props) {
  const { common, account } = words(frame.language)
  const errors = refused?.what === what ? refused.errors : []
  return (
    <form class="settings__form" method="post" action={action} noValidate data-busy={account.busy}>
      {once && <input type="hidden" name="once" value={once} autoComplete="off" />}
      {errors.length > 0 && <ErrorSummary title={common.checkFields(errors.length)} errors={errors} />}
      {children}
      <div>
        <Button kind={kind} size={size} wide={size === 'm'}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** A field of the form with what was typed and what is wrong with it. */
export function typed(refused: Refused | undefined, what: string, name: string) {
  const mine = refused?.what === what ? refused : undefined
  return { name, value: mine?.values[name], error: problemOf(mine?.errors ?? [], name) }
}
