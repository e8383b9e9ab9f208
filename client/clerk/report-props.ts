/** What the page of one report needs. Words are already in the reader's language. */

import type { ComponentChildren } from 'preact'
import type { PlacePickerProps } from '../map/PlacePicker.tsx'
import type { FieldProblem } from '../ui/field.ts'
import type { StatusKey } from '../ui/StatusGlyph.tsx'
import type { StatusLabel } from '../ui/StatusMark.tsx'
import type { Action, PanelAction } from './actions.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { Due } from './DueMark.tsx'
import type { ToastData } from './Toast.tsx'

export type Visibility = 'waiting' | 'shown' | 'hidden'

export type HistoryStep = {
  id: string
  status?: StatusKey
  who: string
  when: string
  dateTime: string
  what: string
  text?: string
  /** A note that only staff can read. */
  internal: boolean
}

export type OpenPanel = { action: Action; values: Record<string, string>; errors: FieldProblem[] }

export type PanelOptions = {
  departments: { key: string; name: string }[]
  colleagues: { id: string; name: string }[]
  /** Partners of the town, who get a link by mail. */
  partners: { key: string; name: string }[]
  categories: { key: string; name: string; group: string }[]
  /** Keys; their words stand in `clerk.reason`. */
  reasons: { close: string[]; decline: string[]; handOver: string[] }
}

/** The mail as it would go, or why there is none. */
export type PreviewData = { to: string; language: string; subject: string; text: string } | { nobody: string }

/** What helps to fill the open panel. */
export type PanelHelp = {
  /** Filled in, the most likely one first. */
  modules: { key: string; title: string; text: string; reason?: string | undefined }[]
  /** What stands in the fields was put there by us: what somebody has typed before is worth more. */
  isProposed: boolean
  /** POST: the panel again with a module or a preview; as JSON only the preview. */
  previewHref: string
  preview?: PreviewData | undefined
}

export type Stale = { sentence: string; changes: { what: string; who: string; when: string }[] }

export type NearbyReport = {
  number: number
  href: string
  category: string
  status: StatusLabel
  age: string
  hasMail?: boolean
}

export type ClerkPhoto = {
  id: string
  /** In full size. */
  href: string
  thumb: string
  alt: string
  /** Whose it is. */
  caption: string
  visibility: Visibility
  mayChange: boolean
}

export type ShownNotice = {
  id: string
  reason: string
  text: string
  /** When it came, and in which language. */
  line: string
  isAnswered: boolean
  /** What is public now. */
  hideable: ('text' | 'photos' | 'report')[]
}

export type ClerkReportPageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  /** The queue, without a filter. */
  back: { href: string; label: string }
  number: number
  category: string
  icon: string
  status: StatusLabel
  due?: Due
  isUrgent: boolean
  /** An objection waits for an answer; a sentence. */
  objection?: string
  /** Complaints about what is public, for a person to decide. */
  notices?: ShownNotice[] | undefined
  /** The report it is worked on in, or those that are worked on in it. */
  merged?: { label: string; reports: { number: number; href: string }[] }
  /** The map on which the place is set anew. */
  picker?: PlacePickerProps
  visibility: { report: Visibility; text: Visibility }
  publicHref?: string
  description: string
  /** Sentences about what was erased, by part. */
  erased: { contact?: string | undefined; text?: string | undefined; photos?: string | undefined }
  photos: ClerkPhoto[]
  /** Where a picture of the result is sent. */
  photoAction?: string
  photoError?: string
  address?: string
  point?: { lat: number; lon: number }
  answers: { label: string; words: string }[]
  /** "heute, 8:05 Uhr, Web, Deutsch" */
  received: string
  contact?: { name?: string; email?: string; phone?: string }
  department: { key: string; name: string }
  /** Why it was routed there, as a sentence. */
  why: string
  clerk?: { id: string; name: string }
  /** Who works on it by a link, and how that stands; sentences. */
  link?: { who: string; since: string; until: string; acknowledged: string }
  /** Mails that did not arrive; sentences. */
  undelivered: string[]
  map?: ComponentChildren
  nearby: NearbyReport[]
  /** Towns whose border is so near that a clerk may choose. */
  neighbours: { key: string; name: string; metres: number }[]
  /** Newest first. */
  timeline: HistoryStep[]
  version: number
  /** Exactly what is allowed now, in order. */
  actions: Action[]
  actionHref: (noun: string) => string
  /** Where a panel opens; null closes it. */
  panelHref: (action: Action | null) => string
  panel?: OpenPanel
  help?: PanelHelp
  options: PanelOptions
  stale?: Stale
  /** Said once after a change. */
  toast?: ToastData
  /** What was just done and can be taken back by one press. */
  undo?: { title: string; href: string; fields: Record<string, string> }
}

/** The page with a panel open. */
export type PanelProps = ClerkReportPageProps & { panel: OpenPanel & { action: PanelAction } }
