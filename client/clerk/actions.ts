/** What a clerk can do with a report, and where each of these things is posted to. */
import type { IconName } from '../ui/icons.ts'
import type { StatusKey } from '../ui/StatusGlyph.tsx'

export type Action =
  | 'accept'
  | 'answer'
  | 'close'
  | 'decline'
  | 'giveBack'
  | 'schedule'
  | 'ask'
  | 'involvePartner'
  | 'returnFromPartner'
  | 'handOver'
  | 'reopen'
  | 'assign'
  | 'recategorise'
  | 'publishText'
  | 'hideText'
  | 'publish'
  | 'hide'
  | 'markUrgent'
  | 'markNormal'
  | 'acceptObjection'
  | 'rejectObjection'
  | 'merge'
  | 'separate'
  | 'movePin'
  | 'note'

/** Sent by one press, without anything to fill in. */
export type DirectAction = 'accept' | 'returnFromPartner' | 'markUrgent' | 'markNormal' | 'acceptObjection' | 'separate'
export type VisibilityAction = 'publishText' | 'hideText' | 'publish' | 'hide'
/** Opens the panel beside the report. */
export type PanelAction = Exclude<Action, DirectAction | VisibilityAction | 'note'>

export const NOUNS: Record<Action, string> = {
  accept: 'acceptance',
  answer: 'answer',
  close: 'closure',
  decline: 'refusal',
  giveBack: 'return',
  schedule: 'plan',
  ask: 'question',
  involvePartner: 'partner',
  returnFromPartner: 'partner-return',
  handOver: 'handover',
  reopen: 'reopening',
  assign: 'assignment',
  recategorise: 'category',
  publishText: 'visibility',
  hideText: 'visibility',
  publish: 'visibility',
  hide: 'visibility',
  markUrgent: 'priority',
  markNormal: 'priority',
  acceptObjection: 'objection-acceptance',
  rejectObjection: 'objection-rejection',
  merge: 'merging',
  separate: 'separation',
  movePin: 'place',
  note: 'note',
}

export const ICONS: Record<DirectAction | PanelAction, IconName> = {
  accept: 'check',
  answer: 'mail',
  close: 'check-circle',
  decline: 'minus',
  giveBack: 'undo',
  schedule: 'calendar',
  ask: 'help',
  involvePartner: 'people',
  returnFromPartner: 'undo',
  handOver: 'external',
  reopen: 'history',
  assign: 'person',
  recategorise: 'note',
  markUrgent: 'alert',
  markNormal: 'minus',
  acceptObjection: 'history',
  rejectObjection: 'minus',
  merge: 'link',
  separate: 'undo',
  movePin: 'map-pin',
}

/** One letter each, for those used all day. */
export const KEYS: Partial<Record<Action, string>> = {
  accept: 'a',
  answer: 'w',
  close: 'c',
  decline: 'o',
  schedule: 'e',
  ask: 'r',
  involvePartner: 'b',
  merge: 'm',
  handOver: 'g',
  note: 'v',
}

const NEXT: Record<StatusKey, readonly Action[]> = {
  received: ['accept'],
  in_progress: ['close'],
  scheduled: ['close'],
  question: ['answer'],
  with_partner: ['returnFromPartner'],
  done: ['acceptObjection', 'reopen'],
  declined: ['acceptObjection', 'separate', 'reopen'],
  handed_over: ['acceptObjection', 'reopen'],
}

/** The next sensible step, if it is allowed. */
export const nextAction = (status: StatusKey, allowed: readonly Action[]) =>
  NEXT[status].find((action) => allowed.includes(action))

/** What a direct action sends beside its version. */
export const DIRECT: Record<DirectAction, Record<string, string>> = {
  accept: {},
  returnFromPartner: {},
  markUrgent: { priority: 'urgent' },
  markNormal: { priority: 'normal' },
  acceptObjection: {},
  separate: {},
}

export const isDirect = (action: Action): action is DirectAction => Object.hasOwn(DIRECT, action)

const VISIBILITY: readonly Action[] = ['publishText', 'hideText', 'publish', 'hide']
export const isVisibility = (action: Action): action is VisibilityAction => VISIBILITY.includes(action)

export const opensPanel = (action: Action): action is PanelAction =>
  !isDirect(action) && !isVisibility(action) && action !== 'note'
