import type { ComponentChildren } from 'preact'
import type { Action } from './actions.ts'

type Props = {
  action: Action
  href: string
  version: number
  /** Said by the pressed button while the answer is on its way. */
  busy: string
  fields?: Record<string, string>
  children: ComponentChildren
}

/** One press and nothing to fill in. The version says what the clerk was looking at. */
export function DirectForm({ action, href, version, busy, fields = {}, children }: Props) {
  return (
    <form class="direct" method="post" action={href} data-action={action} data-busy={busy}>
      <input type="hidden" name="version" value={version} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
