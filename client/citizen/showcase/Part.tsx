import type { ComponentChildren } from 'preact'

/** One part: its name in the code, and it in its states. */
export function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="showcase__part card">
      <h2>{name}</h2>
      {children}
    </section>
  )
}
