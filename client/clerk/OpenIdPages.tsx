import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { SignInFrame } from './SignInFrame.tsx'

/** On the way to the town's own sign-in; the browser goes on by itself. */
export function OpenIdOnwardPage({ frame, name, url }: { frame: ClerkFrame; name: string; url: string }) {
  const { onward: w } = words(frame.language).openId
  return (
    <SignInFrame frame={frame} title={w.title(name)}>
      <p>{w.text}</p>
      <ButtonLink href={url} wide>
        {w.link}
      </ButtonLink>
    </SignInFrame>
  )
}

/** Somebody whom the town knows and we do not. */
export function OpenIdUnknownPage({ frame, town }: { frame: ClerkFrame; town: { key: string; name: string } }) {
  const { unknown: w } = words(frame.language).openId
  return (
    <SignInFrame frame={frame} title={w.title}>
      <p>{w.text(town.name)}</p>
      <p>{w.next}</p>
      <p>
        <a href={clerk.signInTown(town.key)}>{w.again}</a>
      </p>
    </SignInFrame>
  )
}
