/** What is open around the place, as soon as there is one, and again with every other place or category. */
import { h, render } from 'preact'
import { IntakeKnown } from './IntakeKnown.tsx'
import type { Known, KnownWords } from './intake-props.ts'

/** A pin that is being moved is not asked about at every step. */
const REST_MS = 250

export function followNearby(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('[data-known]')
  const said = form.querySelector<HTMLElement>('[data-known-said]')
  if (!box || !said) return
  // With the page, so that no word of the product need travel in the script.
  const words = JSON.parse(box.dataset.words ?? '{}') as KnownWords
  // Drawn anew from here on: a renderer that finds foreign nodes would keep them.
  let isDrawn = false
  let asking: AbortController | undefined
  let rest: ReturnType<typeof setTimeout>

  const show = (known: Known) => {
    if (!isDrawn) box.replaceChildren()
    isDrawn = true
    render(h(IntakeKnown, { words, known }), box)
    said.textContent = known === null ? '' : inWords(said, known.length)
  }
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    const address = addressOf(form)
    if (!address) return show(null)
    const known = await fetchKnown(address, signal).catch(() => undefined)
    if (signal.aborted) return
    if (known) show(known)
    else said.textContent = said.dataset.failed ?? ''
  }
  const soon = () => {
    clearTimeout(rest)
    rest = setTimeout(() => void ask(), REST_MS)
  }
  form.addEventListener('input', ({ target }) => {
    const { name } = target as HTMLInputElement
    if (name === 'lat' || name === 'lon') soon()
  })
  form.querySelector('select[name="category"]')?.addEventListener('change', soon)
}

function addressOf(form: HTMLFormElement): string | undefined {
  const data = new FormData(form)
  const [lat, lon, category] = ['lat', 'lon', 'category'].map((name) => String(data.get(name) ?? ''))
  if (!lat || !lon) return undefined
  const query = new URLSearchParams({ lat, lon, ...(category ? { category } : {}) })
  const lang = new URL(location.href).searchParams.get('lang')
  if (lang) query.set('lang', lang)
  return `${form.dataset.nearby}?${query}`
}

async function fetchKnown(address: string, signal: AbortSignal): Promise<NonNullable<Known>> {
  const answer = await fetch(address, { signal, redirect: 'error' })
  if (!answer.ok) throw new Error(`nearby answered ${answer.status}`)
  return ((await answer.json()) as { items: NonNullable<Known> }).items
}

function inWords({ dataset }: HTMLElement, count: number): string {
  if (count === 0) return dataset.none ?? ''
  return count === 1 ? (dataset.one ?? '') : (dataset.several ?? '').replace('{n}', String(count))
}
