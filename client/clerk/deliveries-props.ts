import type { ClerkFrame } from './ClerkDocument.tsx'

export type DeliveryLine = {
  id: string
  number: number
  href: string
  /** "meldende Person", a partner's name; never an address. */
  recipient: string
  state: 'waiting' | 'sent' | 'failed'
  reason?: string
  attempts: number
  changed: string
  next?: string
  canRetry: boolean
}

export type DeliveriesPageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  counts: { waiting: number; late: number; failed: number; bounced: number; givenUp: number }
  /** Absent for the operator, who sees counts only. */
  list?: {
    lines: DeliveryLine[]
    givenUp: { id: string; kind: string; attempts: number; when: string }[]
    previous?: string
    next?: string
  }
  /** How many were put in the queue again just now. */
  queued?: number
}
