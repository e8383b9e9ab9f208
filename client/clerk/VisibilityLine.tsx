import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { VisibilityAction } from './actions.ts'
import { DirectForm } from './DirectForm.tsx'
import type { ClerkReportPageProps } from './report-props.ts'

type Props = { of: 'report' | 'text' } & Pick<
  ClerkReportPageProps,
  'frame' | 'visibility' | 'actions' | 'actionHref' | 'version' | 'publicHref'
>

const OFFERED: Record<Props['of'], VisibilityAction[]> = {
  report: ['publish', 'hide'],
  text: ['publishText', 'hideText'],
}

/** Who can see it, and the small button that changes that. */
export function VisibilityLine({ of, frame, visibility, actions, actionHref, version, publicHref }: Props) {
  const { clerk: w } = words(frame.language)
  const state = visibility[of]
  const label = w.visibility[of][state]
  return (
    <div class="visibility">
      <span class="visibility__state">
        <Icon name={state === 'shown' ? 'eye' : 'eye-off'} />
        {of === 'report' && publicHref ? (
          <a href={publicHref}>
            {label}
            <span class="sr">, {w.report.publicPage}</span>
          </a>
        ) : (
          <span>{label}</span>
        )}
      </span>
      {OFFERED[of]
        .filter((action) => actions.includes(action))
        .map((action) => (
          <DirectForm
            key={action}
            action={action}
            href={actionHref('visibility')}
            version={version}
            busy={w.busy}
            fields={{ what: of, visibility: action.startsWith('publish') ? 'shown' : 'hidden' }}
          >
            <button type="submit" class="btn btn--link">
              {w.actions[action]}
            </button>
          </DirectForm>
        ))}
    </div>
  )
}
