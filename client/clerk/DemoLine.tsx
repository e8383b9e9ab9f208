import { words } from '../i18n/index.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'

/** Part of the page's header, so that it is found among its landmarks. */
export function DemoLine({ frame }: { frame: ClerkFrame }) {
  if (!frame.demo) return null
  return <p class="demo">{words(frame.language).common.demo}</p>
}
