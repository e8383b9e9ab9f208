import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

import { Note } from '../ui/Note.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { ConformanceLine, ICONS } from './ConformanceLine.tsx'
import type { ConformancePageProps, LineState } from './oversight-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

const STATES: readonly LineState[] = ['met', 'hint', 'missing']

/** Whether a town keeps to the shared standard: the question, the verdict, then line by line what fails first. */
export function ConformancePage(page: ConformancePageProps) {
  const { frame, town, checked, version, isFresh, lines } = page
  const { conformance } = words(frame.language)
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          <p class="oversight__town">{town.name}</p>
          <h1>{page.isLive ? conformance.question.live : conformance.question.preview}</h1>
          <form class="oversight__checked" method="post" action={clerk.conformance(town.key)}>
            <p>{checked ? conformance.checked(checked, version) : conformance.neverChecked}</p>
            <Button kind="secondary" size="s">
              {conformance.checkAgain}
            </Button>
          </form>
          {isFresh && <Note tone="info" role="status" title={conformance.checkedNow} />}
          {checked && <Verdict {...page} />}
          {checked && <Counts {...page} />}
        </div>
        {lines.length > 0 && (
          <section aria-labelledby="anforderungen">
            <h2 class="sr" id="anforderungen">
              {conformance.lines}
            </h2>
            <ul class="norms">
              {lines.map((line) => (
                <ConformanceLine key={line.requirement} language={frame.language} line={line} />
              ))}
            </ul>
          </section>
        )}
      </main>
    </ClerkDocument>
  )
}

function Verdict({ frame, failing, isLive, wantsLive, graceUntil, withdrawnSince }: ConformancePageProps) {
  const { verdict } = words(frame.language).conformance
  if (failing === 0) {
    return (
      <Note tone="ok" title={verdict.met}>
        {isLive ? <p>{verdict.metText}</p> : <p>{wantsLive ? verdict.previewText : verdict.readyText}</p>}
      </Note>
    )
  }
  return (
    <Note tone="bad" title={verdict.failing(failing)}>
      {!isLive && <p>{verdict.previewText}</p>}
      {withdrawnSince && <p>{verdict.withdrawnText(withdrawnSince)}</p>}
      {!withdrawnSince && graceUntil && <p>{verdict.graceText(graceUntil)}</p>}
    </Note>
  )
}

function Counts({ frame, counts }: ConformancePageProps) {
  const w = words(frame.language).conformance.counts
  const all = STATES.reduce((sum, state) => sum + counts[state], 0)
  const before = (state: LineState) =>
    STATES.slice(0, STATES.indexOf(state)).reduce((sum, earlier) => sum + counts[earlier], 0)
  return (
    <div class="counts">
      <svg class="counts__bar" viewBox={`0 0 ${all} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {STATES.map((state) => (
          <rect key={state} class={`norm--${state}`} x={before(state)} y="0" width={counts[state]} height="1" />
        ))}
      </svg>
      <ul class="counts__list">
        {STATES.map((state) => (
          <li key={state} class={`norm--${state}`}>
            <Icon name={ICONS[state]} />
            {w[state](counts[state])}
          </li>
        ))}
      </ul>
    </div>
  )
}
