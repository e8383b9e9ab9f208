import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { CheckRows } from '../ui/Choices.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { KeyLine, KeysPageProps } from './keys-props.ts'
import { OverviewFrame, TownOver } from './OverviewFrame.tsx'
import { PlainForm, typed } from './PlainForm.tsx'
import { WatchCell, WatchTable } from './WatchTable.tsx'

/** As many calls as most systems make, and what the form begins with. */
const PER_HOUR = '600'

/** Which other systems come in, and a key for a new one. */
export function KeysPage(page: KeysPageProps) {
  const { frame, town, said, error } = page
  const { keys: w } = words(frame.language)
  const head = (
    <p class="muted">
      {w.lead} <a href={page.developersHref}>{w.forDevelopers}</a>
    </p>
  )
  return (
    <OverviewFrame
      frame={frame}
      over={<TownOver name={town.name} />}
      title={w.title}
      said={said}
      error={error}
      head={head}
    >
      <KeyTable {...page} />
      <NewKey {...page} />
      <MoreWays {...page} />
    </OverviewFrame>
  )
}

function KeyTable({ frame, town, keys }: KeysPageProps) {
  const { keys: w } = words(frame.language)
  if (keys.length === 0) return <p class="oversight__foot">{w.none}</p>
  return (
    <WatchTable caption={w.count(keys.length)} heads={[w.name, w.may, w.where, w.used, w.state]}>
      {keys.map((line) => (
        <Line key={line.id} frame={frame} town={town} line={line} />
      ))}
    </WatchTable>
  )
}

function Line({ frame, town, line }: Pick<KeysPageProps, 'frame' | 'town'> & { line: KeyLine }) {
  const { keys: w } = words(frame.language)
  const { id, name, ending, scopes, department, perHour, used, ended } = line
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="watch__key">{w.ending(ending)}</span>
      </th>
      <WatchCell label={w.may} more={[w.perHour(perHour)]}>
        {scopes.map((scope) => w.scopes[scope]).join(' · ')}
      </WatchCell>
      <WatchCell label={w.where}>{department ?? w.wholeTown}</WatchCell>
      <WatchCell label={w.used}>{used ?? w.never}</WatchCell>
      <WatchCell label={w.state}>
        {ended && <span class="muted">{w.endedOn(ended)}</span>}
        {!ended && (
          <span class="keys__state">
            {w.active}
            <a class="btn btn--secondary btn--staff" href={clerk.endKey(town.key, id)}>
              {w.end}
              <span class="sr"> ({name})</span>
            </a>
          </span>
        )}
      </WatchCell>
    </tr>
  )
}

const WHAT = 'key'

function NewKey({ frame, town, once, scopes, departments, refused }: KeysPageProps) {
  const { keys: w } = words(frame.language)
  const chosen = typed(refused, WHAT, 'scopes')
  return (
    <section class="settings settings--one" aria-labelledby="neu">
      <h2 id="neu" tabIndex={-1}>
        {w.make}
      </h2>
      <PlainForm
        frame={frame}
        action={clerk.interfaces(town.key)}
        what={WHAT}
        once={once}
        refused={refused}
        submit={w.submit}
      >
        <TextField
          {...typed(refused, WHAT, 'name')}
          label={w.name}
          hint={w.nameHint}
          autoComplete="off"
          maxLength={80}
          required
        />
        <CheckRows
          name="scopes"
          error={chosen.error}
          label={w.scopesLabel}
          values={chosen.value?.split(',') ?? []}
          choices={scopes.map((scope) => ({ value: scope, label: w.scopes[scope], hint: w.scopeTexts[scope] }))}
        />
        <Select
          {...typed(refused, WHAT, 'department')}
          label={w.department}
          hint={w.departmentHint}
          empty={w.wholeTown}
          options={departments.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <TextField
          {...numbered(typed(refused, WHAT, 'perHour'))}
          label={w.perHourLabel}
          hint={w.perHourHint}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          width="short"
        />
      </PlainForm>
    </section>
  )
}

const numbered = (field: ReturnType<typeof typed>) => ({ ...field, value: field.value ?? PER_HOUR })

function MoreWays({ frame, town }: KeysPageProps) {
  const { more } = words(frame.language).keys
  const ways = [
    { href: clerk.webhooks(town.key), label: more.webhooks, text: more.webhooksText },
    { href: clerk.embedding(town.key), label: more.embedding, text: more.embeddingText },
  ]
  return (
    <section class="settings settings--one" aria-labelledby="mehr">
      <h2 id="mehr">{more.title}</h2>
      <ul class="devices">
        {ways.map(({ href, label, text }) => (
          <li key={href}>
            <div>
              <a href={href}>{label}</a>
              <span class="devices__when">{text}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
