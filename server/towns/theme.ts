/** A town's colours, derived so that text on them is always legible (WCAG 2: 4.5 : 1). */
import type { Town } from '../../tenants/schema.ts'

type Rgb = [number, number, number]
type Scheme = { surface: string; ground: string; dark: string; light: string }

export const LEGIBLE = 4.5
const LIGHT: Scheme = { surface: '#ffffff', ground: '#f3f4f7', light: '#ffffff', dark: '#0b1a22' }
const DARK: Scheme = { surface: '#1d2034', ground: '#131525', light: '#ffffff', dark: '#0b1a22' }
const SOFT = 0.12
const LINE = 0.45
const STEP = 0.08

/** `{base}/theme.css`: the four roles a town colours, for light and dark. */
export function themeCss({ accent, accentDark }: Town['theme']): string {
  const dark = accentDark ?? legibleOn(accent, DARK)
  const inDark = roles(dark, DARK)
  const byDevice = `@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${inDark}}}`
  return `:root{${roles(accent, LIGHT)}}\n${byDevice}\n:root[data-scheme=dark]{${inDark}}\n`
}

/** The accent's least contrast on the grounds of each scheme, as pages show it. */
export function accentContrasts({ accent, accentDark }: Town['theme']): { light: number; dark: number } {
  const least = (colour: string, { surface, ground }: Scheme) =>
    Math.min(contrast(colour, surface), contrast(colour, ground))
  return { light: least(accent, LIGHT), dark: least(accentDark ?? legibleOn(accent, DARK), DARK) }
}

function roles(accent: string, scheme: Scheme): string {
  const onAccent = inkOn(accent, scheme)
  return [
    `--accent:${accent}`,
    `--on-accent:${onAccent}`,
    `--accent-soft:${mix(accent, scheme.surface, SOFT)}`,
    `--accent-line:${mix(accent, scheme.surface, LINE)}`,
  ].join(';')
}

/** White or ink, whichever can be read on the colour. */
export const inkOn = (accent: string, { light, dark } = LIGHT): string =>
  contrast(light, accent) >= LEGIBLE ? light : dark

/** The colour, made lighter until it is legible on both grounds of the scheme. */
export function legibleOn(colour: string, { surface, ground }: Scheme): string {
  let share = 1
  let lighter = colour
  while (share > 0 && (contrast(lighter, surface) < LEGIBLE || contrast(lighter, ground) < LEGIBLE)) {
    share -= STEP
    lighter = mix(colour, '#ffffff', Math.max(0, share))
  }
  return lighter
}

/** Contrast by the formula of WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map((value) => {
    const share = value / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function mix(colour: string, into: string, share: number): string {
  const a = rgb(colour)
  const b = rgb(into)
  return `#${a.map((value, i) => hex(value * share + b[i]! * (1 - share))).join('')}`
}

const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb
const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0')
