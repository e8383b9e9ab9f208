import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

export type OutsideEnding = keyof ReturnType<typeof words>['outside']['dead']

type Props = {
  language: Language
  why: OutsideEnding
  /** Official name of the town to ask. */
  town: string
  /** Where a new link is asked for. */
  renewHref?: string
}

const GLAD: readonly OutsideEnding[] = ['returned', 'handedOver', 'renewed', 'closed']

/** The link opens nothing any more: why, and what to do; nothing of the report. */
export function OutsideDead({ language, why, town, renewHref }: Props) {
  const { outside: w } = words(language)
  const { title, text } = w.dead[why]
  return (
    <div class="page error-page">
      <Icon name={GLAD.includes(why) ? 'check-circle' : 'info'} size="xl" />
      <h1>{title}</h1>
      <p>{text}</p>
      <p>{w.ask(town)}</p>
      {renewHref && (
        <form class="actions" method="post" action={renewHref}>
          <Button>{w.renew}</Button>
        </form>
      )}
    </div>
  )
}
