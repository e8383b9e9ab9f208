/** A chosen category brings its questions: the same page is sent as by its button, and only that part replaced. */

/** Parts that a category decides. */
const PARTS = ['questions', 'contact']

/** @param onReplaced called after new questions stand in the form */
export function followCategory(form: HTMLFormElement, onReplaced: () => void) {
  const button = form.querySelector<HTMLButtonElement>('button[name="step"][value="questions"]')
  if (!button) return
  button.hidden = true
  let asking: AbortController | undefined

  const ask = async () => {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const outcome = await replaceQuestions(form, button, mine.signal).catch(() => 'unreachable' as const)
    if (mine.signal.aborted) return
    if (outcome === 'replaced') return onReplaced()
    button.hidden = false
    // Without network a submit would lead to the browser's error page; the button stays for later.
    if (outcome === 'unknown') form.requestSubmit(button)
  }

  form.addEventListener('change', (event) => {
    if ((event.target as HTMLInputElement).name === 'category') void ask()
  })
  if (isUnasked(form)) void ask()
}

/** Chosen before this script had come, or chosen again by the browser itself after a reload. */
function isUnasked(form: HTMLFormElement): boolean {
  const chosen = form.querySelector<HTMLInputElement>('input[name="category"]:checked')?.value
  const asked = form.querySelector<HTMLElement>('[data-questions-of]')?.dataset.questionsOf
  return chosen !== undefined && chosen !== asked
}

async function replaceQuestions(form: HTMLFormElement, button: HTMLButtonElement, signal: AbortSignal) {
  const answer = await fetch(form.action, { method: 'POST', body: withoutFiles(new FormData(form, button)), signal })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (signal.aborted || placeOf(page) !== placeOf(document)) return 'unknown' as const
  for (const part of PARTS) {
    const [fresh, stale] = [page.getElementById(part), document.getElementById(part)]
    if (!fresh || !stale) return 'unknown' as const
    stale.replaceWith(document.adoptNode(fresh))
  }
  followDraft(form, page, answer.url)
  return 'replaced' as const
}

/** With or without a map: that is another page, not another part. */
const placeOf = (page: Document) => page.querySelector<HTMLElement>('[data-place]')?.dataset.place

/** Photos go once, with the real submit. */
function withoutFiles(data: FormData): FormData {
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
  return data
}

/** The server may have begun a draft with its own address and hidden fields: the next submit must go there. */
function followDraft(form: HTMLFormElement, page: Document, address: string) {
  const twin = [...page.forms].find((candidate) => candidate.querySelector('button[name="step"][value="questions"]'))
  const action = twin?.getAttribute('action')
  if (action) form.action = new URL(action, address).href
  for (const hidden of twin?.querySelectorAll<HTMLInputElement>('input[type="hidden"]') ?? []) {
    const own = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${CSS.escape(hidden.name)}"]`)
    if (own) own.value = hidden.value
    else form.append(document.adoptNode(hidden))
  }
  if (address !== location.href) history.replaceState(history.state, '', address)
}
