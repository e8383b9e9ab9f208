/** A page of ours inside an element, as high as what is in it. */
import { make, ORIGIN, type Widget } from './element.ts'
import type { wordsOf } from './words.ts'

/** Loaded and silent for so long: the browser has refused to show it here. */
const SILENCE_MS = 5_000
const MOST_HEIGHT = 20_000

type Framing = {
  src: string
  title: string
  /** px, until the page says its own; for good where it does not grow. */
  height: number
  isGrowing?: boolean
  isLazy?: boolean
  /** The same page as one of its own. */
  whole: string
  words: ReturnType<typeof wordsOf>['frame']
  signal: AbortSignal
  /** Said to the page as soon as it listens: only to ours, and never by an address. */
  begin?: { text: string; at?: 'photo' | undefined }
  /** The page has taken over what it was told. */
  taken?: () => void
  /** The browser shows nothing of it here. */
  blocked?: () => void
}

/** The scheme the host has settled on, as the frame's name; none where it leaves the choice to the device. */
function schemeOf(widget: Widget): string | undefined {
  const schemes = getComputedStyle(widget).colorScheme.split(' ')
  if (schemes.includes('dark')) return schemes.includes('light') ? undefined : 'anliegen-dark'
  return 'anliegen-light'
}

export function frameOf(widget: Widget, framing: Framing): HTMLElement {
  const { src, title, height, words, signal } = framing
  const frame = make('iframe', {
    src,
    title,
    height: `${height}`,
    allow: 'geolocation; camera; clipboard-write',
    loading: framing.isLazy ? 'lazy' : undefined,
    name: schemeOf(widget),
  }) as HTMLIFrameElement
  const link = make('a', { href: framing.whole, target: '_blank', rel: 'noopener' }, words.open)
  const note = make('div', { class: 'main', role: 'status', hidden: '' })
  let silence: ReturnType<typeof setTimeout>
  let pages = 0
  let { begin } = framing

  frame.addEventListener('load', () => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      note.append(make('p', {}, words.blocked), make('p', {}, link))
      note.hidden = false
      frame.hidden = true
      widget.tell('error', { reason: 'frame' })
      framing.blocked?.()
    }, SILENCE_MS)
    // The next step begins above: whoever has pressed far below must see it.
    if (pages++ > 0 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
  })
  const hear = ({ origin, source, data }: MessageEvent) => {
    if (origin !== ORIGIN || source !== frame.contentWindow || typeof data?.type !== 'string') return
    clearTimeout(silence)
    note.hidden = true
    frame.hidden = false
    if (begin) frame.contentWindow?.postMessage({ type: 'anliegen:begin', ...begin }, ORIGIN)
    begin = undefined
    if (data.type === 'anliegen:begun') framing.taken?.()
    if (data.type === 'anliegen:height' && framing.isGrowing && data.height > 0)
      frame.height = `${Math.min(MOST_HEIGHT, Math.ceil(data.height))}`
    if (data.type === 'anliegen:sent') widget.tell('sent', { number: Number(data.number) })
  }
  addEventListener('message', hear, { signal })
  signal.addEventListener('abort', () => clearTimeout(silence))
  return make('div', { class: 'frame' }, note, frame)
}
