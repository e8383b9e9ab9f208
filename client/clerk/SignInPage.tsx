import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { PasswordField } from './PasswordField.tsx'
import { SignInFrame } from './SignInFrame.tsx'

export type SignInPageProps = { frame: ClerkFrame; email: string; error?: string; said?: string; next: string }

export function SignInPage({ frame, email, error, said, next }: SignInPageProps) {
  const { account, clerk: w } = words(frame.language)
  return (
    <SignInFrame frame={frame} title={w.signIn.title}>
      {error && <Note tone="bad" role="alert" title={error} />}
      {said && <Note tone="ok" role="status" title={said} />}
      <form class="sign-in__form" method="post" action={clerk.signIn()} data-busy={w.busy}>
        <input type="hidden" name="weiter" value={next} />
        <TextField name="email" label={w.signIn.email} type="email" autoComplete="username" value={email} required />
        <div class="sign-in__password">
          <PasswordField
            language={frame.language}
            name="password"
            label={w.signIn.password}
            autoComplete="current-password"
          />
          <a href={clerk.reset()}>{account.signIn.forgotten}</a>
        </div>
        <Button wide>{w.signIn.submit}</Button>
      </form>
    </SignInFrame>
  )
}
