import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { PasswordField } from './PasswordField.tsx'
import { PlainForm, type Refused, typed } from './PlainForm.tsx'
import { SignInFrame } from './SignInFrame.tsx'

type ResetProps = { frame: ClerkFrame; isSent: boolean; error?: string; refused?: Refused }

/** "Password forgotten": says the same to everybody. */
export function ResetPage({ frame, isSent, error, refused }: ResetProps) {
  const { account, clerk: c } = words(frame.language)
  const { reset: w } = account
  if (isSent) {
    return (
      <SignInFrame frame={frame} title={w.sentTitle}>
        <Note tone="info" role="status" icon="mail">
          <p>{w.sent}</p>
        </Note>
        <p>{w.notThere}</p>
        <p>
          <a href={clerk.signIn()}>{w.toSignIn}</a>
        </p>
      </SignInFrame>
    )
  }
  return (
    <SignInFrame frame={frame} title={w.title}>
      {error && <Note tone="bad" role="alert" title={error} />}
      <p>{w.lead}</p>
      <PlainForm frame={frame} action={clerk.reset()} what="reset" refused={refused} submit={w.submit} size="m">
        <TextField
          {...typed(refused, 'reset', 'email')}
          label={c.signIn.email}
          type="email"
          autoComplete="username"
          required
        />
      </PlainForm>
      <p>
        <a href={clerk.signIn()}>{w.toSignIn}</a>
      </p>
    </SignInFrame>
  )
}

type NewPasswordProps = {
  frame: ClerkFrame
  kind: 'reset' | 'invitation'
  action: string
  name: string
  email: string
  refused?: Refused
}

/** Behind a link by mail. Opening it uses nothing up: mail programs look at links too. */
export function NewPasswordPage({ frame, kind, action, name, email, refused }: NewPasswordProps) {
  const { account } = words(frame.language)
  const { reset: w, password } = account
  const isInvitation = kind === 'invitation'
  return (
    <SignInFrame frame={frame} title={isInvitation ? w.invitationTitle(name) : w.newTitle}>
      <p>{isInvitation ? w.invitationLead(email) : w.newLead(email)}</p>
      <PlainForm
        frame={frame}
        action={action}
        what="password"
        refused={refused}
        submit={isInvitation ? w.invitationSubmit : w.newSubmit}
        size="m"
      >
        <Username email={email} />
        <PasswordField
          {...typed(refused, 'password', 'password')}
          language={frame.language}
          label={password.new}
          hint={password.hint}
          autoComplete="new-password"
        />
      </PlainForm>
    </SignInFrame>
  )
}

/** Tells a password manager whose password it keeps; people do not see it. */
export const Username = ({ email }: { email: string }) => (
  <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
)

/** Used, too old, or never a link. */
export function LinkOverPage({ frame }: { frame: ClerkFrame }) {
  const { reset: w } = words(frame.language).account
  return (
    <SignInFrame frame={frame} title={w.overTitle}>
      <p>{w.over}</p>
      <p>
        <a class="btn btn--primary btn--wide" href={clerk.reset()}>
          {w.overAgain}
        </a>
      </p>
      <p>{w.overInvitation}</p>
      <p>
        <a href={clerk.signIn()}>{w.toSignIn}</a>
      </p>
    </SignInFrame>
  )
}
