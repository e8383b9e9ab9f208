import type { ComponentChildren } from 'preact'
import { KeyCap } from './KeyCap.tsx'

/** A field with the key that leads to it. */
export function IntakeRow({ jump, children }: { jump: string; children: ComponentChildren }) {
  return (
    <div class="intake__row" data-jump={jump}>
      <KeyCap>{jump}</KeyCap>
      <div class="intake__field">{children}</div>
    </div>
  )
}
