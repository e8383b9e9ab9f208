import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { BackLink } from './BackLink.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { PlainForm, type Refused, typed } from './PlainForm.tsx'
import { StaffHeader } from './StaffHeader.tsx'

export type SecondFactorPageProps = {
  frame: ClerkFrame
  /** The town that demands it, and until then lets nobody on. */
  requiredBy?: string
  /** Waits for its first code; absent before the start. */
  pending?: { uri: string; secret: string }
  error?: string
  refused?: Refused
}

/** Two steps: the app reads the secret, then proves it. */
export function SecondFactorPage({ frame, requiredBy, pending, error, refused }: SecondFactorPageProps) {
  const { factor: w } = words(frame.language).account
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="settings settings--one" id="inhalt" tabIndex={-1}>
        {!requiredBy && <BackLink href={clerk.account()} label={words(frame.language).account.back} />}
        {error && <Note tone="bad" role="alert" title={error} />}
        <h1>{w.begin}</h1>
        {requiredBy && <Note tone="info" title={w.required(requiredBy)} />}
        <p>{w.lead}</p>
        <p>{w.needed}</p>
        {pending ? (
          <Steps frame={frame} pending={pending} refused={refused} />
        ) : (
          <PlainForm frame={frame} action={clerk.secondFactor()} what="begin" submit={w.begin} />
        )}
      </main>
    </ClerkDocument>
  )
}

type StepsProps = Required<Pick<SecondFactorPageProps, 'frame' | 'pending'>> & { refused?: Refused }

function Steps({ frame, pending, refused }: StepsProps) {
  const { factor: w } = words(frame.language).account
  return (
    <>
      <section class="settings__section" aria-labelledby="einlesen">
        <h2 id="einlesen">1. {w.stepScan}</h2>
        <p>{w.stepScanText}</p>
        <div class="factor">
          <QrCode text={pending.uri} label={w.qr} />
          <div>
            <p>{w.secret}</p>
            <p class="factor__secret" translate={false}>
              {pending.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </p>
          </div>
        </div>
      </section>
      <section class="settings__section" aria-labelledby="bestaetigen">
        <h2 id="bestaetigen">2. {w.stepCode}</h2>
        <PlainForm
          frame={frame}
          action={clerk.secondFactorAction('code')}
          what="code"
          refused={refused}
          submit={w.confirm}
        >
          <TextField
            {...typed(refused, 'code', 'code')}
            label={w.code}
            hint={w.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            width="short"
            required
          />
        </PlainForm>
      </section>
      <form method="post" action={clerk.secondFactor()}>
        <Button kind="tertiary" size="s">
          {w.fresh}
        </Button>
      </form>
    </>
  )
}

/** Shown once, right after they were made. */
export function RecoveryCodesPage({ frame, codes }: { frame: ClerkFrame; codes: string[] }) {
  const { common, account } = words(frame.language)
  const { recovery: w } = account
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="settings settings--one" id="inhalt" tabIndex={-1}>
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
        <ul class="secret recovery" translate={false}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div class="factor__tools">
          <a class="btn btn--primary btn--s" href={clerk.home()}>
            {w.next}
          </a>
          <button class="btn btn--secondary btn--s" type="button" data-print data-needs-script>
            <Icon name="print" />
            <span>{w.print}</span>
          </button>
          <CopyButton text={codes.join('\n')} words={common} />
        </div>
      </main>
    </ClerkDocument>
  )
}
