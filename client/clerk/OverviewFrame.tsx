import type { ComponentChildren } from 'preact'
import { Note } from '../ui/Note.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { StaffHeader } from './StaffHeader.tsx'

type Props = {
  frame: ClerkFrame
  /** Whose, or the way back. */
  over?: ComponentChildren
  title: string
  /** What the last press did, or why it could not. */
  said?: string
  error?: string
  /** Between the title and what is listed. */
  head: ComponentChildren
  children: ComponentChildren
}

/** A page that lists all of a kind. */
export function OverviewFrame({ frame, over, title, said, error, head, children }: Props) {
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight oversight--wide" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          {said && <Note tone="ok" role="status" title={said} />}
          {error && <Note tone="bad" role="alert" title={error} />}
          {over}
          <h1>{title}</h1>
          {head}
        </div>
        {children}
      </main>
    </ClerkDocument>
  )
}

export const TownOver = ({ name }: { name: string }) => <p class="oversight__town">{name}</p>
