import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import {
  type Action,
  DIRECT,
  type DirectAction,
  ICONS,
  isDirect,
  KEYS,
  NOUNS,
  nextAction,
  opensPanel,
  type PanelAction,
} from './actions.ts'
import { DirectForm } from './DirectForm.tsx'
import { KeyCap } from './KeyCap.tsx'
import type { ClerkReportPageProps } from './report-props.ts'

type Props = Pick<
  ClerkReportPageProps,
  'frame' | 'status' | 'actions' | 'actionHref' | 'panelHref' | 'panel' | 'version'
>
type Shown = DirectAction | PanelAction

/** More than these beside each other are not a row but a wall. */
const IN_A_ROW = 6

/** Exactly what the server allows, the next step first and filled. */
export function ActionRow(props: Props) {
  const { clerk: w } = words(props.frame.language)
  const next = nextAction(props.status.key, props.actions)
  const shown = props.actions.filter((action): action is Shown => isDirect(action) || opensPanel(action))
  if (shown.length === 0) return null
  const ordered = [...shown.filter((action) => action === next), ...shown.filter((action) => action !== next)]
  const isInRow = (action: Shown) => ordered.indexOf(action) < IN_A_ROW || action === props.panel?.action
  const row = ordered.filter(isInRow)
  const more = ordered.filter((action) => !isInRow(action))
  return (
    <nav class="action-row" aria-label={w.report.actions}>
      {row.map((action) => (
        <ActionButton key={action} action={action} isNext={action === next} {...props} />
      ))}
      {more.length > 0 && (
        <details class="menu menu--actions">
          <summary class="btn btn--quiet btn--staff">
            <Icon name="dots" />
            <span>{w.report.moreActions}</span>
          </summary>
          <div class="menu__panel">
            {more.map((action) => (
              <ActionButton key={action} action={action} isNext={false} {...props} />
            ))}
          </div>
        </details>
      )}
    </nav>
  )
}

type ButtonProps = Props & { action: Shown; isNext: boolean }

function ActionButton({ action, isNext, frame, actionHref, panelHref, panel, version }: ButtonProps) {
  const { clerk: w } = words(frame.language)
  const look = `btn btn--staff ${isNext ? 'btn--primary' : 'btn--quiet'}`
  if (isDirect(action)) {
    return (
      <DirectForm
        action={action}
        href={actionHref(NOUNS[action])}
        version={version}
        busy={w.busy}
        fields={DIRECT[action]}
      >
        <button type="submit" class={look} data-key={KEYS[action]}>
          <ActionFace action={action} word={w.actions[action]} />
        </button>
      </DirectForm>
    )
  }
  const isOpen = panel?.action === action
  return (
    <a
      class={`${look}${isOpen ? ' is-open' : ''}`}
      href={panelHref(action)}
      aria-current={isOpen ? 'true' : undefined}
      data-action={action}
      data-key={KEYS[action]}
    >
      <ActionFace action={action} word={w.actions[action]} />
    </a>
  )
}

function ActionFace({ action, word }: { action: Shown; word: string }) {
  const key = KEYS[action as Action]
  return (
    <>
      <Icon name={ICONS[action]} />
      <span>{word}</span>
      {key && <KeyCap>{key}</KeyCap>}
    </>
  )
}
