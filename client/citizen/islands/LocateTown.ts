/** "Standort" on the platform's start page. Only script can do this, so only script shows the button. */
import { locate } from '../../map/locate.ts'
import { comeAlive } from '../../ui/needs-script.ts'

export type LocateTownProps = {
  /** `GET {api}?near=lat,lon` answers with `{ items: [{ url }] }`, the responsible town first. */
  api: string
  /** Field that takes the focus when the place cannot be had. */
  searchId?: string
  words: { locating: string; refused: string; failed: string; none: string }
}

export function wake(element: HTMLElement, props: LocateTownProps) {
  const { words } = props
  const button = element.querySelector('button')
  const status = element.querySelector('[role="status"]')
  if (!button || !status) return
  comeAlive(button)

  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled')) return
    button.setAttribute('aria-disabled', 'true')
    status.textContent = words.locating
    const found = await findTown(props)
    if (found instanceof URL) return location.assign(found)
    button.removeAttribute('aria-disabled')
    status.textContent = words[found]
    if (props.searchId) document.getElementById(props.searchId)?.focus()
  })
}

async function findTown({ api }: LocateTownProps): Promise<URL | 'refused' | 'failed' | 'none'> {
  const found = await locate()
  if (typeof found === 'string') return found
  const [lon, lat] = found.place
  const url = new URL(api, location.href)
  url.searchParams.set('near', `${lat.toFixed(5)},${lon.toFixed(5)}`)
  const answer = await fetch(url).catch(() => undefined)
  if (!answer?.ok) return 'failed'
  const { items } = (await answer.json()) as { items: { url: string }[] }
  return items[0] ? new URL(items[0].url, location.href) : 'none'
}
