import type { ComponentChildren } from 'preact'

type Props = { name: string; props?: Record<string, unknown>; class?: string; children?: ComponentChildren }

/** A place that a script may wake up. What the server put inside works without it. */
export function Island({ name, props = {}, class: className, children }: Props) {
  return (
    <div data-island={name} data-props={JSON.stringify(props)} class={className}>
      {children}
    </div>
  )
}
