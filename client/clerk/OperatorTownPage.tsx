import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import type { OperatorTownPageProps } from './oversight-props.ts'
import { PlainForm, typed } from './PlainForm.tsx'
import { StaffHeader } from './StaffHeader.tsx'

/** Who applied what when, and what was given up: kinds of work, never whose. */
export function OperatorTownPage(page: OperatorTownPageProps) {
  const { frame, name, conformanceHref, versions, givenUp, invite, said } = page
  const { operator, navigation } = words(frame.language).conformance
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          <p class="back">
            <a href={clerk.operator()}>{operator.back}</a>
          </p>
          {said && <Note tone="ok" role="status" title={said} />}
          <h1>{operator.historyTitle(name)}</h1>
          {conformanceHref && (
            <p>
              <a href={conformanceHref}>{navigation}</a>
            </p>
          )}
          <ol class="history">
            {versions.map(({ version, when, by, isCurrent }) => (
              <li key={version} aria-current={isCurrent ? 'true' : undefined}>
                <strong>{operator.versionLine(version)}</strong> {operator.by(when, by)}
                {isCurrent && <span class="history__now">{operator.current}</span>}
              </li>
            ))}
          </ol>
          {invite && <InviteAdmin frame={frame} {...invite} />}
          {givenUp.length > 0 && (
            <section aria-labelledby="gescheitert">
              <h2 id="gescheitert">{operator.failedTitle}</h2>
              <ol class="history">
                {givenUp.map(({ kind, attempts, when }, index) => (
                  <li key={index}>
                    <strong>{when}</strong> {operator.failedLine(operator.kinds[kind] ?? kind, attempts)}
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </main>
    </ClerkDocument>
  )
}

type InviteProps = Pick<OperatorTownPageProps, 'frame'> & NonNullable<OperatorTownPageProps['invite']>

function InviteAdmin({ frame, town, error, refused }: InviteProps) {
  const { people: w } = words(frame.language).account
  return (
    <section class="settings__section" aria-labelledby="einladung">
      <h2 id="einladung">{w.inviteAdmin}</h2>
      <p>{w.inviteAdminLead}</p>
      {error && <Note tone="bad" role="alert" title={error} />}
      <PlainForm frame={frame} action={clerk.inviteAdmin(town)} what="invite" refused={refused} submit={w.send}>
        <TextField {...typed(refused, 'invite', 'name')} label={w.name} autoComplete="off" maxLength={100} required />
        <TextField {...typed(refused, 'invite', 'email')} label={w.email} type="email" autoComplete="off" required />
      </PlainForm>
    </section>
  )
}
