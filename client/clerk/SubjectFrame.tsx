import type { ComponentChildren } from 'preact'
import { BackLink } from './BackLink.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { StaffHeader } from './StaffHeader.tsx'
import type { StaffSearchProps } from './StaffSearch.tsx'

type Props = {
  frame: ClerkFrame
  search?: Omit<StaffSearchProps, 'language'>
  back: { href: string; label: string }
  title: string
  lead?: string
  class?: string
  children: ComponentChildren
}

/** A page about one thing, with the way back to all of them. */
export function SubjectFrame({ frame, search, back, title, lead, class: more, children }: Props) {
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} search={search} />
      <main class={`settings settings--one${more ? ` ${more}` : ''}`} id="inhalt" tabIndex={-1}>
        <BackLink {...back} />
        <h1>{title}</h1>
        {lead && <p class="muted">{lead}</p>}
        {children}
      </main>
    </ClerkDocument>
  )
}
