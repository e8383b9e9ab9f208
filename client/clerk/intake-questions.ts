/** The questions of a category come with it: the page is asked for as by its button, and only those parts replaced. */
import { withScript } from '../ui/needs-script.ts'

const PARTS = ['fragen', 'kontakt']

/** @param onReplaced called after new questions stand in the form */
export function followQuestions(form: HTMLFormElement, onReplaced: () => void): void {
  const button = form.querySelector<HTMLButtonElement>('button[name="step"][value="questions"]')
  const list = form.querySelector<HTMLSelectElement>('select[name="category"]')
  if (!button || !list) return
  let asking: AbortController | undefined
  button.hidden = true
  withScript(button)

  list.addEventListener('change', async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    const parts = await fetchParts(form, button, signal).catch(() => null)
    if (signal.aborted) return
    // Without an answer the button is the way, now or later.
    button.hidden = parts !== null
    if (!parts) return
    for (const fresh of parts) {
      const stale = document.getElementById(fresh.id)
      // Who is typing there must not lose the field.
      const field = stale?.contains(document.activeElement) ? (document.activeElement as HTMLElement).id : ''
      stale?.replaceWith(document.adoptNode(fresh))
      if (field) document.getElementById(field)?.focus()
    }
    onReplaced()
  })
}

async function fetchParts(form: HTMLFormElement, button: HTMLButtonElement, signal: AbortSignal) {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, button), signal })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const parts = PARTS.map((id) => page.getElementById(id)).filter((part) => part !== null)
  return parts.length === PARTS.length ? parts : null
}
