import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import type { EndKeyPageProps, KeyMadePageProps } from './keys-props.ts'
import { SecretShown } from './SecretShown.tsx'
import { SubjectFrame } from './SubjectFrame.tsx'

type FrameProps = Pick<EndKeyPageProps, 'frame' | 'town'> & { title: string; children: ComponentChildren }

function KeyFrame({ town, ...page }: FrameProps) {
  const { back } = words(page.frame.language).keys
  return <SubjectFrame {...page} back={{ href: clerk.interfaces(town.key), label: back }} />
}

/** The answer to making one: the only page that ever shows it. */
export function KeyMadePage({ frame, town, name, apiKey }: KeyMadePageProps) {
  const { made: w } = words(frame.language).keys
  return (
    <KeyFrame frame={frame} town={town} title={w.title(name)}>
      <Note tone="warn" role="status" title={w.once}>
        <p>{w.lost}</p>
      </Note>
      <h2>{w.key}</h2>
      <SecretShown language={frame.language} secret={apiKey} on={{ href: clerk.interfaces(town.key), label: w.back }} />
      <p>{w.use}</p>
      <p class="secret" translate={false}>
        Authorization: Bearer aw_…
      </p>
    </KeyFrame>
  )
}

/** Asked first: the other system stands still afterwards. */
export function EndKeyPage({ frame, town, line }: EndKeyPageProps) {
  const { keys: w } = words(frame.language)
  const { id, name, ending, scopes, department, used } = line
  return (
    <KeyFrame frame={frame} town={town} title={w.stop.title(name)}>
      <SummaryList
        items={[
          { term: w.made.key, value: w.ending(ending) },
          { term: w.may, value: scopes.map((scope) => w.scopes[scope]).join(' · ') },
          { term: w.where, value: department ?? w.wholeTown },
          { term: w.used, value: used ?? w.never },
        ]}
      />
      <p>{w.stop.text}</p>
      <form class="factor__tools" method="post" action={clerk.endKey(town.key, id)}>
        <Button kind="danger" size="s">
          {w.stop.submit}
        </Button>
        <a class="btn btn--secondary btn--s" href={clerk.interfaces(town.key)}>
          {w.stop.cancel}
        </a>
      </form>
    </KeyFrame>
  )
}
