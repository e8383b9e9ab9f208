/** What the queue needs. Words are already in the reader's language. */
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { QueueView, ViewKey } from './QueueRail.tsx'
import type { QueueRowData } from './QueueRow.tsx'

export type QueuePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  /** Name of the department or departments. */
  heading: string
  views: QueueView[]
  /** Filter; empty where there is nothing to choose. */
  departments: { key: string; name: string; href: string; current: boolean }[]
  q: string
  view: ViewKey
  total: number
  rows: QueueRowData[]
  previous?: string
  next?: string
  /** Said once after a change. */
  done?: string
}
