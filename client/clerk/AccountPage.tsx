import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { PasswordField } from './PasswordField.tsx'
import { PlainForm, type Refused, typed } from './PlainForm.tsx'
import { Username } from './ResetPage.tsx'
import { SettingsSection } from './SettingsFrame.tsx'
import { StaffHeader } from './StaffHeader.tsx'

export type AccountPageProps = {
  frame: ClerkFrame
  name: string
  email: string
  hasPassword: boolean
  /** Accounts of towns that lead here too. */
  identities: { issuer: string; name: string; since: string }[]
  /** Since when, in words; absent without a second factor. */
  factorSince?: string
  /** The town that demands it, so that it stays. */
  requiredBy?: string
  codesLeft: number
  sessions: { id: string; device?: string; since: string; seen: string; isThis: boolean }[]
  said?: { tone: 'ok' | 'warn'; sentence: string }
  /** What could not be done, in words. */
  error?: string
  refused?: Refused
}

/** One's own access: password, second factor, devices. */
export function AccountPage(page: AccountPageProps) {
  const { frame, name, email, said, error } = page
  const { account: w } = words(frame.language)
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="settings settings--one" id="inhalt" tabIndex={-1}>
        {said && <Note tone={said.tone} role="status" title={said.sentence} />}
        {error && <Note tone="bad" role="alert" title={error} />}
        <h1>{w.title}</h1>
        <p class="muted">
          {name}, {email}
        </p>
        <Factor {...page} />
        <Password {...page} />
        <Identities {...page} />
        <Sessions {...page} />
      </main>
    </ClerkDocument>
  )
}

function Factor({ frame, factorSince, codesLeft, ...page }: AccountPageProps) {
  const { factor: w } = words(frame.language).account
  return (
    <SettingsSection id="zweiter-faktor" title={w.title}>
      <p>{w.lead}</p>
      {!factorSince && (
        <>
          <Note tone="warn" title={w.off} />
          <p>
            <a class="btn btn--primary btn--s" href={clerk.secondFactor()}>
              {w.begin}
            </a>
          </p>
        </>
      )}
      {factorSince && (
        <>
          <Note tone="ok" title={w.on(factorSince)} />
          <Recovery frame={frame} codesLeft={codesLeft} refused={page.refused} />
          <Removal frame={frame} requiredBy={page.requiredBy} refused={page.refused} />
        </>
      )}
    </SettingsSection>
  )
}

type Part = Pick<AccountPageProps, 'frame' | 'refused'>

function Recovery({ frame, codesLeft, refused }: Part & { codesLeft: number }) {
  const { recovery: w } = words(frame.language).account
  const what = 'wiederherstellung'
  return (
    <>
      <h3>{w.section}</h3>
      <p>{w.left(codesLeft)}</p>
      <details class="settings__more" open={refused?.what === what}>
        <summary>{w.renew}</summary>
        <p class="muted">{w.renewText}</p>
        <PlainForm frame={frame} action={clerk.accountAction(what)} what={what} refused={refused} submit={w.renew}>
          <PasswordField
            {...own(refused, what, 'password')}
            language={frame.language}
            label={w.password}
            autoComplete="current-password"
          />
        </PlainForm>
      </details>
    </>
  )
}

function Removal({ frame, requiredBy, refused }: Part & { requiredBy?: string }) {
  const { factor: w, recovery } = words(frame.language).account
  const what = 'ende'
  if (requiredBy) return <p class="muted">{w.stays}</p>
  return (
    <details class="settings__more" open={refused?.what === what}>
      <summary>{w.removeTitle}</summary>
      <p class="muted">{w.removeText}</p>
      <PlainForm
        frame={frame}
        action={clerk.secondFactorAction(what)}
        what={what}
        refused={refused}
        submit={w.remove}
        kind="danger"
      >
        <PasswordField
          {...own(refused, what, 'removePassword')}
          language={frame.language}
          label={recovery.password}
          autoComplete="current-password"
        />
        <TextField {...typed(refused, what, 'code')} label={w.removeCode} autoComplete="one-time-code" maxLength={40} />
      </PlainForm>
    </details>
  )
}

/** Passwords never come back filled. */
function own(refused: Refused | undefined, what: string, name: string) {
  const { error } = typed(refused, what, name)
  return { name, error }
}

function Password({ frame, email, hasPassword, refused }: AccountPageProps) {
  const { password: w } = words(frame.language).account
  const what = 'passwort'
  return (
    <SettingsSection id="passwort" title={w.title}>
      {!hasPassword && <p>{w.none}</p>}
      {hasPassword && (
        <PlainForm frame={frame} action={clerk.accountAction(what)} what={what} refused={refused} submit={w.submit}>
          <Username email={email} />
          <PasswordField
            {...own(refused, what, 'current')}
            language={frame.language}
            label={w.current}
            autoComplete="current-password"
          />
          <PasswordField
            {...own(refused, what, 'newPassword')}
            language={frame.language}
            label={w.new}
            hint={w.hint}
            autoComplete="new-password"
          />
        </PlainForm>
      )}
    </SettingsSection>
  )
}

function Identities({ frame, identities, hasPassword }: AccountPageProps) {
  const { account: w } = words(frame.language).openId
  if (identities.length === 0) return null
  return (
    <SettingsSection id="konto-der-kommune" title={w.title}>
      <p>{w.lead}</p>
      <ul class="devices">
        {identities.map(({ issuer, name, since }) => (
          <li key={issuer}>
            <div>
              <strong>{name}</strong>
              <span class="devices__when">{w.since(since)}</span>
            </div>
            {hasPassword && (
              <form method="post" action={clerk.accountAction('verknuepfung')}>
                <input type="hidden" name="issuer" value={issuer} />
                <Button kind="secondary" size="s">
                  {w.remove}
                  <span class="sr"> ({name})</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {hasPassword && <p class="muted">{w.removeText}</p>}
      {!hasPassword && (
        <p class="muted">
          {w.onlyWay} <a href={clerk.reset()}>{w.setPassword}</a>
        </p>
      )}
    </SettingsSection>
  )
}

function Sessions({ frame, sessions }: AccountPageProps) {
  const { sessions: w } = words(frame.language).account
  return (
    <SettingsSection id="sitzungen" title={w.title}>
      <p class="muted">
        {w.lead} {w.howLong}
      </p>
      <ul class="devices">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{session.device ?? w.unknown}</strong>
              {session.isThis && <span class="history__now">{w.this}</span>}
              <span class="devices__when">{w.line(session.since, session.seen)}</span>
            </div>
            {!session.isThis && (
              <form method="post" action={clerk.accountAction('sitzungen')}>
                <input type="hidden" name="session" value={session.id} />
                <Button kind="secondary" size="s">
                  {w.end}
                  <span class="sr"> ({session.device ?? w.unknown})</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={clerk.accountAction('sitzungen')}>
          <input type="hidden" name="session" value="others" />
          <Button kind="secondary" size="s">
            {w.endOthers}
          </Button>
        </form>
      )}
    </SettingsSection>
  )
}
