/** What the page for web editors shows. */
import type { Language } from '../../tenants/languages.ts'
import type { Widget } from '../paths.ts'
import type { Option } from '../ui/Select.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'

export type EmbeddingPageProps = {
  frame: ClerkFrame
  town: string
  chosen: { element: Widget; category?: string; language: Language; rows: number }
  categories: Option[]
  languages: Language[]
  /** Attributes of the element, as chosen. */
  attributes: Record<string, string>
  /** What stands in the element for whoever has no script. */
  fallback: { href: string; label: string }
  snippet: string
  frameSnippet: string
  pinnedSnippet: string
  /** Style sheet with the town's colours. */
  colours: string
  hosts: readonly string[]
  policy: string
}
