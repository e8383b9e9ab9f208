/** What the pages about a town's set-up and about the platform show. Never anything from a report. */
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { Refused } from './PlainForm.tsx'

export type LineState = 'met' | 'hint' | 'missing'
export type ConformanceLineProps = {
  requirement: string
  binding: boolean
  state: LineState
  title: string
  sentence: string
  source: string
  remedy?: { file: string; field: string; text: string; write?: string }
}

export type ConformancePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  isLive: boolean
  /** The file asks for the public; without it nothing is held back. */
  wantsLive: boolean
  /** "heute, 9:40 Uhr"; absent before the first check. */
  checked?: string
  version: number
  counts: Record<LineState, number>
  /** Binding points that are missing. */
  failing: number
  graceUntil?: string
  withdrawnSince?: string
  lines: ConformanceLineProps[]
  isFresh: boolean
}

export type Badge = 'met' | 'grace' | 'withdrawn' | 'unchecked'
export type Standing = 'live' | 'preview' | 'other'
export type OperatorView = 'all' | 'failing' | 'stuck' | 'preview'

export type OperatorRow = {
  key: string
  name: string
  href: string
  standing: Standing
  version: number
  settingsVersion: number
  applied: string
  appliedBy: string
  /** Absent for towns that have promised nothing. */
  conformance?: { badge: Badge; until: string; missing: number; href: string }
  waiting: number
  oldest?: string
  isLate: boolean
  givenUp: number
}

export type OperatorPageProps = {
  frame: ClerkFrame
  totals: { live: number; preview: number; others: number; failing: number }
  queue: { waiting: number; oldest?: string; givenUp: number; isStuck: boolean }
  views: { view: OperatorView; href: string; current: boolean }[]
  view: OperatorView
  q: string
  total: number
  rows: OperatorRow[]
  previous?: string
  next?: string
}

export type OperatorTownPageProps = {
  frame: ClerkFrame
  name: string
  conformanceHref?: string
  versions: { version: number; when: string; by: string; isCurrent: boolean }[]
  givenUp: { kind: string; attempts: number; when: string }[]
  /** The form for a first admin; absent for a town that has not joined. */
  invite?: { town: string; error?: string; refused?: Refused }
  said?: string
}
