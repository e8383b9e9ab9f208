import { Icon } from '../ui/Icon.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import type { Known, KnownReport, KnownWords } from './intake-props.ts'

/** Open reports around the place: with what to say, so that one hole is not reported twice. */
export function IntakeKnown({ words, known }: { words: KnownWords; known: Known }) {
  if (known === null) return <p class="meta">{words.unplaced}</p>
  if (known.length === 0) return <p class="meta">{words.none}</p>
  return (
    <ul class="intake__known">
      {known.map((report) => (
        <Card key={report.number} words={words} report={report} />
      ))}
    </ul>
  )
}

function Card({ words, report }: { words: KnownWords; report: KnownReport }) {
  const { number, href, category, status, distance, age, say } = report
  return (
    <li class="intake__card">
      <p class="intake__card-title">{category}</p>
      <p class="meta">
        #{number} · {distance} · {age}
      </p>
      <StatusMark status={status} />
      <p>{say}</p>
      <div class="actions">
        <button class="btn btn--secondary btn--staff" type="submit" name="step" value={`call:${number}`}>
          <Icon name="people" />
          <span>
            {words.addCall}
            <span class="sr"> #{number}</span>
          </span>
        </button>
        {href && (
          <a class="btn btn--quiet btn--staff" href={href} target="_blank" rel="noopener">
            <Icon name="external" />
            <span>
              {words.openNew}
              <span class="sr"> #{number}</span>
            </span>
          </a>
        )}
      </div>
    </li>
  )
}
