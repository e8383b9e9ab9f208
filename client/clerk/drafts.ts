/**
 * Typed words outlive a reload, a lost session and a broken line, one draft per report and form. What was sent is
 * kept until a page says that it arrived.
 */
const PREFIX = 'draft:'
type Draft = { text: string; sent: boolean }

export function keepDrafts(): void {
  if (document.querySelector('[data-done]')) forgetSent()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    for (const area of form.querySelectorAll('textarea')) keep(form, area)
  }
}

function keep(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const key = `${PREFIX}${new URL(form.action).pathname}#${area.name}`
  const draft = read(key)
  // Words the server gave back are the newer ones.
  if (draft && (area.value === '' || form.hasAttribute('data-proposed'))) area.value = draft.text
  const save = (sent: boolean) => {
    if (area.value === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify({ text: area.value, sent } satisfies Draft))
  }
  area.addEventListener('input', () => save(false))
  form.addEventListener('submit', () => save(true))
}

function forgetSent(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && read(key)?.sent) sessionStorage.removeItem(key)
  }
}

function read(key: string): Draft | null {
  const stored = sessionStorage.getItem(key)
  return stored ? (JSON.parse(stored) as Draft) : null
}
