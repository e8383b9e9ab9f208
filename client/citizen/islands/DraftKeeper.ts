/** Remembers a begun report on this device, or forgets it when it has become something. */
import { forgetDraft, rememberDraft } from '../kept-draft.ts'
import { forgetAll } from '../kept-fields.ts'

export type DraftKeeperProps = { town: string; href?: string }

export function wake(_element: HTMLElement, { town, href }: DraftKeeperProps) {
  if (href) return rememberDraft(town, href)
  forgetDraft(town)
  forgetAll(town)
}
