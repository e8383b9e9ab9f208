/** A chosen category brings its questions: the same step is fetched with it, and only that part replaced. */

/** @param onReplaced called after new questions stand in the form */
export function followCategory(form: HTMLFormElement, onReplaced: () => void) {
  if (!document.getElementById('questions')) return
  let asking: AbortController | undefined

  const ask = async (key: string) => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    // Without network the questions come with the next page.
    const isReplaced = await replaceQuestions(form, key, signal).catch(() => false)
    if (isReplaced && !signal.aborted) onReplaced()
  }

  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    if (name === 'category') void ask(value)
  })
  // Chosen before this script had come, or chosen again by the browser itself after a reload.
  const chosen = form.querySelector<HTMLInputElement>('input[name="category"]:checked')?.value
  const asked = form.querySelector<HTMLInputElement>('input[name="asked"]')?.value
  if (chosen !== undefined && chosen !== asked) void ask(chosen)
}

async function replaceQuestions(form: HTMLFormElement, key: string, signal: AbortSignal): Promise<boolean> {
  const address = new URL(form.action)
  address.search = new URLSearchParams({
    ...Object.fromEntries(address.searchParams),
    kategorie: key,
    aendern: '1',
  }).toString()
  const answer = await fetch(address, { signal })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [fresh, stale] = [page.getElementById('questions'), document.getElementById('questions')]
  if (signal.aborted || !fresh || !stale) return false
  // The element stays: what it says anew is read out.
  stale.replaceChildren(...document.adoptNode(fresh).childNodes)
  return true
}
