import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { PasswordField } from './PasswordField.tsx'
import { SignInFrame } from './SignInFrame.tsx'

export type SignInPageProps = {
  frame: ClerkFrame
  email: string
  error?: string
  said?: string
  next: string
  /** The town through which somebody is coming in, with its own accounts. */
  own?: { town: string; townName: string; name: string }
  /** More towns with accounts of their own. */
  others: { key: string; name: string }[]
}

export function SignInPage(page: SignInPageProps) {
  const { frame, error, said, own, others } = page
  const { openId, clerk: w } = words(frame.language)
  return (
    <SignInFrame frame={frame} title={w.signIn.title}>
      {error && <Note tone="bad" role="alert" title={error} />}
      {said && <Note tone="ok" role="status" title={said} />}
      {own && <OwnAccount {...page} own={own} />}
      {own && <h2>{openId.orPassword}</h2>}
      <ByPassword {...page} />
      {!own && others.length > 0 && <ChooseTown {...page} />}
      {own && others.length > 0 && (
        <p>
          <a href={clerk.signIn({ weiter: page.next })}>{openId.otherTown}</a>
        </p>
      )}
    </SignInFrame>
  )
}

function ByPassword({ frame, email, next, own }: SignInPageProps) {
  const { account, clerk: w } = words(frame.language)
  return (
    <form class="sign-in__form" method="post" action={clerk.signIn()} data-busy={w.busy}>
      <input type="hidden" name="weiter" value={next} />
      {own && <input type="hidden" name="kommune" value={own.town} />}
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
      <Button wide kind={own ? 'secondary' : 'primary'}>
        {w.signIn.submit}
      </Button>
    </form>
  )
}

function OwnAccount({ frame, next, own }: SignInPageProps & { own: NonNullable<SignInPageProps['own']> }) {
  const { openId: w, clerk: c } = words(frame.language)
  return (
    <form class="sign-in__form" method="post" action={clerk.signInTown(own.town)} data-busy={c.busy}>
      <input type="hidden" name="weiter" value={next} />
      <p class="muted">{w.of(own.townName)}</p>
      <Button wide>{w.button(own.name)}</Button>
    </form>
  )
}

/** A GET: nothing happens yet, the town's page has the button. */
function ChooseTown({ frame, next, others }: SignInPageProps) {
  const { choose: w } = words(frame.language).openId
  const options = others.map(({ key, name }) => ({ value: key, label: name }))
  return (
    <form class="sign-in__form sign-in__town" method="get" action={clerk.signIn()}>
      <h2>{w.title}</h2>
      <p class="muted">{w.text}</p>
      <input type="hidden" name="weiter" value={next} />
      <Select name="kommune" label={w.label} options={options} empty={w.empty} required />
      <Button wide kind="secondary">
        {w.submit}
      </Button>
    </form>
  )
}
