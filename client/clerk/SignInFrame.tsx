import type { ComponentChildren } from 'preact'
import { LANGUAGE_NAMES, words } from '../i18n/index.ts'
import { platform } from '../paths.ts'
import { Logo } from '../ui/Logo.tsx'
import { OfficialLine } from '../ui/OfficialLine.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { DemoLine } from './DemoLine.tsx'

type Props = { frame: ClerkFrame; title: string; aside?: ComponentChildren; children: ComponentChildren }

/** Everything before somebody is in: one thing to do, and help beside it. */
export function SignInFrame({ frame, title, aside, children }: Props) {
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
          <h1>{title}</h1>
          {children}
        </main>
        <aside class="sign-in__aside">
          {aside ?? <Help frame={frame} />}
          <Languages frame={frame} />
        </aside>
      </div>
    </ClerkDocument>
  )
}

function Languages({ frame }: { frame: ClerkFrame }) {
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

function Help({ frame }: { frame: ClerkFrame }) {
  const { signIn: w } = words(frame.language).clerk
  return (
    <>
      <h2>{w.noAccess}</h2>
      <p>{w.noAccessText}</p>
      <h2>{w.report}</h2>
      <p>
        {w.reportText} <a href={platform.start()}>{w.toStart}</a>
      </p>
    </>
  )
}
