/** Wakes the islands of a page; a page without script is whole without them. */
import './citizen.scss'
import '../map/map.css'

// The website around has named its frame so: a name outlives the pages in it, and no storage is asked.
const [, scheme] = /^anliegen-(light|dark)$/.exec(window === parent ? '' : window.name) ?? []
if (scheme) document.documentElement.dataset.scheme = scheme

type Island = { wake: (element: HTMLElement, props: never) => unknown }

const islands = import.meta.glob<Island>('./islands/*.{ts,tsx}')

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  // One island that breaks leaves the others and the page alone, but not silently.
  wakeIsland(element).catch(reportError)
}

async function wakeIsland(element: HTMLElement) {
  const { island, props } = element.dataset
  const load = islands[`./islands/${island}.ts`] ?? islands[`./islands/${island}.tsx`]
  if (!load) throw new Error(`No island named ${island}`)
  const { wake } = await load()
  await wake(element, JSON.parse(props ?? '{}') as never)
}
