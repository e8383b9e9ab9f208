/** What the page for somebody outside needs. Words are already in the reader's language. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import type { FieldProblem } from '../ui/field.ts'
import type { StatusLabel } from '../ui/StatusMark.tsx'
import type { TimelineStep } from '../ui/Timeline.tsx'
import type { ShownPhoto } from './Pictures.tsx'

export type OpenOrder = {
  version: number
  description: string
  textLanguage?: string
  instruction?: string
  received: string
  address?: string
  coordinates?: { words: string; href: string }
  map?: ComponentChildren
  answers: { label: string; words: string }[]
  photos?: ShownPhoto[]
  /** Formatted; absent as long as nobody has said that they take care. */
  acknowledgedOn?: string
  /** Answers are public, not only mailed. */
  isPublic: boolean
  actionHref: (noun: string) => string
  reasons: { done: string[]; declined: string[]; owners: string[] }
}

export type OutsideReportProps = {
  language: Language
  who: 'town_hall' | 'partner'
  /** Official name. */
  town: string
  partner?: string
  number: number
  category: string
  status: StatusLabel
  /** Formatted: last day of the link. */
  until: string
  /** Absent once the report is closed. */
  open?: OpenOrder
  timeline: TimelineStep[]
  /** What was just done, as a sentence. */
  said?: string
  values: Record<string, string>
  errors: FieldProblem[]
  /** What happened since the page was opened. */
  stale?: TimelineStep[]
}
