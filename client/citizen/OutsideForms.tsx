import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceRows } from '../ui/Choices.tsx'
import { problemOf } from '../ui/field.ts'
import { Note } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { OpenOrder, OutsideReportProps } from './outside-props.ts'

type Props = OutsideReportProps & { open: OpenOrder }

const MOST_TEXT = 4000
const MOST_NAME = 120

/** Each a form of its own. Opening the page does nothing: mail programs open links before people do. */
export function OutsideForms(props: Props) {
  const { outside: w } = words(props.language)
  return (
    <section class="outside__forms" aria-labelledby="tun">
      <h2 id="tun">{w.actions}</h2>
      <Acknowledge {...props} />
      <Answer {...props} />
      {props.who === 'partner' ? (
        <Return {...props} />
      ) : (
        <>
          <End {...props} />
          <HandOver {...props} />
        </>
      )}
    </section>
  )
}

function Acknowledge(props: Props) {
  const { outside: w } = words(props.language)
  const { acknowledgedOn } = props.open
  if (acknowledgedOn)
    return (
      <Note tone="ok">
        <p>{w.acknowledgedOn(acknowledgedOn)}</p>
      </Note>
    )
  return (
    <form class="outside__form" method="post" action={props.open.actionHref('annahme')}>
      <Version {...props} />
      <Button size="l" wide icon="check" describedBy="annahme-hinweis">
        {w.acknowledge}
      </Button>
      <p class="muted small" id="annahme-hinweis">
        {w.acknowledgeHint}
      </p>
    </form>
  )
}

function Answer(props: Props) {
  const { outside: w } = words(props.language)
  return (
    <form class="outside__form" method="post" action={props.open.actionHref('antwort')}>
      <h3>{w.answerTitle}</h3>
      <Version {...props} />
      <TextArea {...bound(props, 'answer')} label={w.answer} hint={reach(props)} maxLength={MOST_TEXT} />
      <Button kind="secondary">{w.sendAnswer}</Button>
    </form>
  )
}

function End(props: Props) {
  const { outside: w, clerk } = words(props.language)
  const { done, declined } = props.open.reasons
  const options = (keys: string[]) => keys.map((value) => ({ value, label: clerk.reason(value) }))
  return (
    <form class="outside__form" method="post" action={props.open.actionHref('abschluss')}>
      <h3>{w.endTitle}</h3>
      <Version {...props} />
      <Select
        {...bound(props, 'reason')}
        label={w.reason}
        empty={w.choose}
        groups={[
          { label: w.done, options: options(done) },
          { label: w.declined, options: options(declined) },
        ]}
      />
      <TextArea {...bound(props, 'result')} label={w.result} hint={reach(props)} maxLength={MOST_TEXT} />
      <Button kind="secondary">{w.end}</Button>
    </form>
  )
}

/** Folded: it is the exception. Open when it comes back. */
function HandOver(props: Props) {
  const { outside: w, clerk } = words(props.language)
  const fields = ['ownerKind', 'owner', 'explanation']
  const isOpen = fields.some((name) => props.values[name] || problemOf(props.errors, name))
  return (
    <details class="outside__form" open={isOpen}>
      <summary class="outside__summary">{w.handOverTitle}</summary>
      <form class="outside__fields" method="post" action={props.open.actionHref('abgabe')}>
        <Version {...props} />
        <Select
          {...bound(props, 'ownerKind')}
          label={w.ownerKind}
          empty={w.choose}
          options={props.open.reasons.owners.map((value) => ({ value, label: clerk.reason(value) }))}
        />
        <TextField {...bound(props, 'owner')} label={w.owner} hint={w.ownerHint} maxLength={MOST_NAME} />
        <TextArea {...bound(props, 'explanation')} label={w.explanation} hint={reach(props)} maxLength={MOST_TEXT} />
        <Button kind="secondary">{w.handOver}</Button>
      </form>
    </details>
  )
}

function Return(props: Props) {
  const { outside: w } = words(props.language)
  return (
    <form class="outside__form" method="post" action={props.open.actionHref('rueckmeldung')}>
      <h3>{w.returnTitle}</h3>
      <p class="small">{w.returnLead(props.town)}</p>
      <Version {...props} />
      <ChoiceRows
        {...bound(props, 'outcome')}
        label={w.outcome}
        choices={Object.entries(w.outcomes).map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...bound(props, 'note')} label={w.note} hint={w.noteHint(props.town)} maxLength={MOST_TEXT} />
      <Button kind="secondary">{w.return}</Button>
    </form>
  )
}

const Version = ({ open }: Props) => <input type="hidden" name="version" value={open.version} />

const reach = ({ language, open }: Props) => {
  const { outside: w } = words(language)
  return open.isPublic ? w.answerHint : w.answerHidden
}

/** A field with what was typed and what is wrong with it. */
const bound = ({ values, errors }: Props, name: string) => ({
  name,
  value: values[name],
  error: problemOf(errors, name),
})
