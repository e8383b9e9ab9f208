import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button, type ButtonKind } from '../ui/Button.tsx'
import { ChoiceRows } from '../ui/Choices.tsx'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { PlainForm, typed } from './PlainForm.tsx'
import type { FactorResetPageProps, PersonPageProps } from './people-props.ts'
import { RoleFields } from './RoleFields.tsx'
import { SettingsSection } from './SettingsFrame.tsx'

/** One person as the admin of the town sees them: what they may do, and whether they can come in. */
export function PersonPage(page: PersonPageProps) {
  const { frame, town, person, choice, said, error, refused } = page
  const { people: w } = words(frame.language).account
  return (
    <PeopleFrame frame={frame} town={town} title={person.name}>
      {said && <Note tone="ok" role="status" title={said} />}
      {error && <Note tone="bad" role="alert" title={error} />}
      <SummaryList
        items={[
          { term: w.email, value: person.email },
          { term: w.state, value: w.states[person.state] },
          { term: w.factor, value: person.hasSecondFactor ? w.yes : w.no },
          { term: w.seen, value: person.seen ?? w.never },
        ]}
      />
      <SettingsSection id="rolle" title={w.rolesTitle}>
        <PlainForm
          frame={frame}
          action={clerk.personAction(town.key, person.id, 'rolle')}
          what="rolle"
          refused={refused}
          submit={w.rolesSave}
        >
          <RoleFields frame={frame} what="rolle" refused={refused} choice={choice} />
        </PlainForm>
      </SettingsSection>
      <SettingsSection id="zugang" title={w.accessTitle}>
        <Access {...page} />
      </SettingsSection>
    </PeopleFrame>
  )
}

function Access({ frame, town, person }: PersonPageProps) {
  const { people: w } = words(frame.language).account
  const { id, state, isElsewhere, hasSecondFactor } = person
  const to = (noun: Parameters<typeof clerk.personAction>[2]) => clerk.personAction(town.key, id, noun)
  if (state === 'disabled') return isElsewhere ? null : <Press action={to('freigabe')} label={w.enable} />
  return (
    <>
      {state === 'invited' && <Press action={to('einladung')} label={w.again} text={w.againText} />}
      {state === 'active' && <Press action={to('sitzungen')} label={w.end} text={w.endText} />}
      {hasSecondFactor && isElsewhere && <p class="muted">{w.factorElsewhere}</p>}
      {hasSecondFactor && !isElsewhere && (
        <div class="press">
          <p>{w.factorText}</p>
          <a class="btn btn--secondary btn--s" href={to('zweiter-faktor')}>
            {w.factorReset}
          </a>
        </div>
      )}
      <Press
        action={to('sperre')}
        label={isElsewhere ? w.remove : w.disable}
        text={isElsewhere ? w.removeText : w.disableText}
        kind="danger"
      />
    </>
  )
}

type PressProps = { action: string; label: string; text?: string; kind?: ButtonKind }

const Press = ({ action, label, text, kind = 'secondary' }: PressProps) => (
  <form class="press" method="post" action={action}>
    {text && <p>{text}</p>}
    <Button kind={kind} size="s">
      {label}
    </Button>
  </form>
)

/** Asked again, since whoever wants into somebody's account asks for exactly this. */
export function FactorResetPage({ frame, town, person, hows, refused }: FactorResetPageProps) {
  const { people: w } = words(frame.language).account
  const labels: Record<string, string> = w.hows
  return (
    <PeopleFrame frame={frame} town={town} title={w.factorTitle(person.name)}>
      <Note tone="warn" title={w.factorWarn} />
      <PlainForm
        frame={frame}
        action={clerk.personAction(town.key, person.id, 'zweiter-faktor')}
        what="zweiter-faktor"
        refused={refused}
        submit={w.factorReset}
        kind="danger"
      >
        <ChoiceRows
          {...typed(refused, 'zweiter-faktor', 'how')}
          label={w.factorHow}
          choices={hows.map((value) => ({ value, label: labels[value] ?? value }))}
        />
        <p class="muted">{w.factorAfter}</p>
      </PlainForm>
      <p>
        <a href={clerk.person(town.key, person.id)}>{person.name}</a>
      </p>
    </PeopleFrame>
  )
}
