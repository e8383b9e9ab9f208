/** What the queue needs. Words are already in the reader's language. */
import type { FieldProblem } from '../ui/field.ts'
import type { Option } from '../ui/Select.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { QueueFilterProps } from './QueueFilter.tsx'
import type { QueueMapProps } from './QueueMap.tsx'
import type { QueueView, ViewKey } from './QueueRail.tsx'
import type { QueueRowData } from './QueueRow.tsx'
import type { ToastData } from './Toast.tsx'

export type Choice = { key: string; name: string; href: string; current: boolean }

/** One change of several reports: what can be chosen, and what was when the form came back. */
export type BulkProps = {
  action: string
  /** This page, without what is said once. */
  back: string
  /** Empty: nobody may move a report to another department. */
  departments: Option[]
  colleagues: Option[]
  /** Keys; their words stand in `clerk.reason`. */
  reasons: { done: string[]; declined: string[] }
  /** `1042:3`: number and version seen. */
  picked: string[]
  values: Record<string, string>
  errors: FieldProblem[]
  open: 'assign' | 'end' | undefined
}

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
  /** Choices as links; empty where the filter's form has them. */
  departments: Choice[]
  filter?: QueueFilterProps
  q: string
  view: ViewKey
  total: number
  rows: QueueRowData[]
  previous?: string
  next?: string
  /** Said once after a change. */
  toast?: ToastData
  /** Where to ask whether there is anything new, and the page that shows it. */
  news?: { href: string; showHref: string }
  map?: QueueMapProps
  bulk?: BulkProps
}
