import { LANGUAGE_NAMES, words } from '../i18n/index.ts'
import { clerk, platform } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Logo } from '../ui/Logo.tsx'
import { Note } from '../ui/Note.tsx'
import { OfficialLine } from '../ui/OfficialLine.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { DemoLine } from './DemoLine.tsx'

export type SignInPageProps = { frame: ClerkFrame; email: string; error?: string; next: string }

export function SignInPage({ frame, email, error, next }: SignInPageProps) {
  const { common, clerk: w } = words(frame.language)
  return (
    <ClerkDocument frame={frame} class="sign-in">
      <header>
        <DemoLine frame={frame} />
        <OfficialLine lead={w.forStaff} name={w.forStaffOf} />
      </header>
      <div class="sign-in__halves">
        <main class="sign-in__main" id="inhalt" tabIndex={-1}>
          <p class="brand">
            <Logo />
            <span class="brand__name">{common.product}</span>
          </p>
          <h1>{w.signIn.title}</h1>
          {error && <Note tone="bad" role="alert" title={error} />}
          <form class="sign-in__form" method="post" action={clerk.signIn()} data-busy={w.busy}>
            <input type="hidden" name="weiter" value={next} />
            <TextField
              name="email"
              label={w.signIn.email}
              type="email"
              autoComplete="username"
              value={email}
              required
            />
            <TextField
              name="password"
              label={w.signIn.password}
              type="password"
              autoComplete="current-password"
              required
            />
            <Button wide>{w.signIn.submit}</Button>
          </form>
        </main>
        <aside class="sign-in__aside">
          <h2>{w.signIn.noAccess}</h2>
          <p>{w.signIn.noAccessText}</p>
          <h2>{w.signIn.report}</h2>
          <p>
            {w.signIn.reportText} <a href={platform.start()}>{w.signIn.toStart}</a>
          </p>
          <SignInLanguages frame={frame} />
        </aside>
      </div>
    </ClerkDocument>
  )
}

function SignInLanguages({ frame }: { frame: ClerkFrame }) {
  const others = frame.languages.filter(({ current }) => !current)
  if (others.length === 0) return null
  return (
    <p class="sign-in__languages">
      {others.map(({ language, href }) => (
        <a key={language} href={href} lang={language} hreflang={language}>
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
    </p>
  )
}
