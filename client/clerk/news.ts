/** Asks now and then whether there is anything new. A line says so; the rows stay where they are. */
import { askInPassing } from '../ui/ask-in-passing.ts'

const EVERY_MS = 30_000

export function startNews(): void {
  const line = document.querySelector<HTMLElement>('[data-news]')
  const link = line?.querySelector<HTMLAnchorElement>('a')
  const address = line?.dataset.news
  if (!link || !address) return
  const { title } = document
  const ask = async () => {
    if (document.visibilityState !== 'visible') return
    const answer = await askInPassing<{ fresh: number }>(address, { cache: 'no-cache' })
    if (!answer) return
    const { fresh } = answer
    link.hidden = fresh === 0
    const words = (fresh === 1 ? link.dataset.one : link.dataset.many?.replace('{n}', String(fresh))) ?? ''
    // Said again only when it is something else.
    if (fresh > 0 && link.textContent !== words) link.textContent = words
    document.title = fresh > 0 ? `(${fresh}) ${title}` : title
  }
  setInterval(() => void ask(), EVERY_MS)
  document.addEventListener('visibilitychange', () => void ask())
}
