/** What the queue needs. Words are already in the reader's language. */
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { QueueView, ViewKey } from './QueueRail.tsx'
import type { QueueRowData } from './QueueRow.tsx'

export type Choice = { key: string; name: string; href: string; current: boolean }

export type QueuePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  /** The queue of this department of the town, over all towns that it works for. */
  shared?: {
    department: string
    /** Filter. */
    towns: Choice[]
    /** Names of towns whose reports could not be read just now. */
    missing: string[]
  }
  /** Name of the department or departments. */
  heading: string
  views: QueueView[]
  /** Filter; empty where there is nothing to choose. */
  departments: Choice[]
  q: string
  view: ViewKey
  total: number
  rows: QueueRowData[]
  previous?: string
  next?: string
  /** Said once after a change. */
  done?: string
}
