import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import type { PeoplePageProps, PersonLine } from './people-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

/** Who works for the town: a table on a desk, a block each on a phone. */
export function PeoplePage({ frame, town, people, said }: PeoplePageProps) {
  const { people: w } = words(frame.language).account
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight oversight--wide" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          {said && <Note tone="ok" role="status" title={said} />}
          <p class="oversight__town">{town.name}</p>
          <h1>{w.title}</h1>
          <p class="muted">{w.lead}</p>
          <p>
            <a class="btn btn--primary btn--s" href={clerk.invite(town.key)}>
              <Icon name="plus" />
              <span>{w.invite}</span>
            </a>
          </p>
        </div>
        <table class="watch">
          <caption class="sr">{w.count(people.length)}</caption>
          <thead>
            <tr>
              {[w.name, w.role, w.factor, w.seen, w.state].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Person key={person.id} language={frame.language} person={person} />
            ))}
          </tbody>
        </table>
      </main>
    </ClerkDocument>
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
      <td data-label={w.role}>
        <span>{roles.join(' · ')}</span>
      </td>
      <td data-label={w.factor}>{hasSecondFactor ? w.yes : w.no}</td>
      <td data-label={w.seen}>{seen ?? w.never}</td>
      <td data-label={w.state} class={state === 'disabled' ? 'watch__bad' : undefined}>
        {w.states[state]}
      </td>
    </tr>
  )
}
