/** What the developers' page needs. */
import type { Language } from '../../tenants/languages.ts'
import type { TownInWords } from '../i18n/town-words.ts'

export type WayKey = 'api' | 'open311' | 'ogc' | 'feed' | 'opendata' | 'widgets' | 'webhooks' | 'mcp'

export type Way = {
  key: WayKey
  /** Absent where the other side names it. */
  address?: string
  /** To be run or pasted as it is. */
  example: string
  specHref: string
}

/** A field, a parameter, an answer: what it is called, what it holds. */
export type Field = { name: string; type: TypeWord[]; isRequired: boolean; description?: string }
/** A piece of a type in words; `shape` leads to the shape of that name. */
export type TypeWord = string | { shape: string }

export type Call = {
  id: string
  method: string
  path: string
  summary: string
  description?: string
  scope?: { name: string; isOptional: boolean }
  parameters: Field[]
  body: { media: string; type: TypeWord[] }[]
  answers: { status: string; description: string; type: TypeWord[] }[]
}

export type Shape = { name: string; description?: string; type: TypeWord[]; fields: Field[] }
export type Reference = { groups: { tag: string; calls: Call[] }[]; shapes: Shape[] }

export type DevelopersPageProps = {
  language: Language
  /** Absent on the platform's own page, which takes another as its example. */
  town?: TownInWords & { licence: { name: string; url: string } }
  exampleTown?: { name: string; href: string }
  townsHref: string
  ways: Way[]
  readsPerMinute: string
  documentHref: string
  reference: Reference
}
