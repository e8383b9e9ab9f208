import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { OverviewFrame, TownOver } from './OverviewFrame.tsx'
import type { PeoplePageProps, PersonLine } from './people-props.ts'
import { WatchCell, WatchTable } from './WatchTable.tsx'

/** Who works for the town. */
export function PeoplePage({ frame, town, people, said }: PeoplePageProps) {
  const { people: w } = words(frame.language).account
  const head = (
    <>
      <p class="muted">{w.lead}</p>
      <p>
        <ButtonLink href={clerk.invite(town.key)} size="s" icon="plus">
          {w.invite}
        </ButtonLink>
      </p>
    </>
  )
  return (
    <OverviewFrame frame={frame} over={<TownOver name={town.name} />} title={w.title} said={said} head={head}>
      <WatchTable caption={w.count(people.length)} heads={[w.name, w.role, w.factor, w.seen, w.state]}>
        {people.map((person) => (
          <Person key={person.id} language={frame.language} person={person} />
        ))}
      </WatchTable>
    </OverviewFrame>
  )
}

type PersonProps = { language: PeoplePageProps['frame']['language']; person: PersonLine }

function Person({ language, person }: PersonProps) {
  const { people: w } = words(language).account
  const { href, name, email, roles, hasSecondFactor, seen, state } = person
  return (
    <tr>
      <th scope="row">
        <a class="watch__link" href={href}>
          {name}
        </a>
        <span class="watch__key">{email}</span>
      </th>
      <WatchCell label={w.role}>{roles.join(' · ')}</WatchCell>
      <WatchCell label={w.factor}>{hasSecondFactor ? w.yes : w.no}</WatchCell>
      <WatchCell label={w.seen}>{seen ?? w.never}</WatchCell>
      <WatchCell label={w.state} isBad={state === 'disabled'}>
        {w.states[state]}
      </WatchCell>
    </tr>
  )
}
