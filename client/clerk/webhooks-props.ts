/** What the admin's pages of webhooks need. Words are already in the reader's language. */
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { Refused } from './PlainForm.tsx'

type Subject = { frame: ClerkFrame; town: { key: string; name: string } }

export type WebhookLine = {
  id: string
  href: string
  /** Host alone, to call it by; the whole address. */
  host: string
  url: string
  department: string
  types: string
  state: string
  isBad: boolean
  /** Since when nothing is sent there. */
  stopped?: string
  /** When and why. */
  more: string[]
}

export type WebhooksPageProps = Subject & { webhooks: WebhookLine[]; said?: string }

export type NewWebhookPageProps = Subject & {
  /** Of this form: sent again it makes no second one. */
  once: string
  departments: { key: string; name: string }[]
  groups: { label: string; types: { value: string; label: string }[] }[]
  error?: string
  refused?: Refused
}

export type WebhookSecretPageProps = Subject & { id: string; host: string; secret: string; isNew: boolean }

export type LogLine = {
  id: string
  when: string
  type: string
  number: number
  href: string
  state: 'waiting' | 'sent' | 'failed'
  reason?: string
  status?: number
  attempts: number
  next?: string
}

export type WebhookPageProps = Subject & {
  webhook: WebhookLine & { failed: number; typeNames: string[]; bothUntil?: string; mark: string }
  log: LogLine[]
  previous?: string
  next?: string
  said?: { tone: 'ok' | 'info' | 'bad'; sentence: string; more?: string }
}

export type RemoveWebhookPageProps = Subject & { id: string; host: string }
