import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { SignInFrame } from './SignInFrame.tsx'

/** The second page of a sign-in. */
export function SignInCodePage({ frame, error }: { frame: ClerkFrame; error?: string }) {
  const { signIn: w } = words(frame.language).account
  const help = (
    <>
      <h2>{w.noPhone}</h2>
      <p>{w.noPhoneText}</p>
    </>
  )
  return (
    <SignInFrame frame={frame} title={w.codeTitle} aside={help}>
      {error && <Note tone="bad" role="alert" title={error} />}
      <p>{w.codeLead}</p>
      <form
        class="sign-in__form"
        method="post"
        action={clerk.signInCode()}
        data-busy={words(frame.language).clerk.busy}
      >
        <TextField name="code" label={w.code} hint={w.codeHint} autoComplete="one-time-code" maxLength={40} required />
        <Button wide>{w.codeSubmit}</Button>
      </form>
      <p>
        <a href={clerk.signIn()}>{w.startOver}</a>
      </p>
    </SignInFrame>
  )
}
