import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'danger'

type Look = { kind?: ButtonKind; size?: 'm' | 'l' | 's'; wide?: boolean; icon?: IconName; children: ComponentChildren }
type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  id?: string
  describedBy?: string
  /** Words while the form is on its way. */
  busy?: string
  /** The same when it takes long. */
  busyLong?: string
}
type LinkProps = Look & { href: string; lang?: string; rel?: string }

export function Button({ type = 'submit', name, value, form, id, describedBy, busy, busyLong, ...look }: ButtonProps) {
  return (
    <button
      type={type}
      name={name}
      value={value}
      form={form}
      id={id}
      aria-describedby={describedBy}
      data-busy={busy}
      data-busy-long={busyLong}
      class={classes(look)}
    >
      <Face {...look} />
    </button>
  )
}

/** Looks like a button, but goes somewhere. */
export function ButtonLink({ href, lang, rel, ...look }: LinkProps) {
  return (
    <a href={href} lang={lang} rel={rel} class={classes(look)}>
      <Face {...look} />
    </a>
  )
}

function Face({ icon, size, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} size={size === 's' ? 'm' : 'l'} />}
      <span data-label>{children}</span>
    </>
  )
}

const classes = ({ kind = 'primary', size = 'm', wide }: Look) =>
  `btn btn--${kind}${size === 'm' ? '' : ` btn--${size}`}${wide ? ' btn--wide' : ''}`
