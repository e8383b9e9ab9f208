/** Text modules by a press, gaps that are seen, and the mail as it will be read, while somebody types. */
import { gapsIn } from '../i18n/gaps.ts'
import { askInPassing } from '../ui/ask-in-passing.ts'

/** Rest after typing before the mail is made anew. */
const REST_MS = 400

export function startPanelText(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-panel]')
  if (!form) return
  const area = form.querySelector<HTMLTextAreaElement>('textarea[name="answer"], textarea[name="text"]')
  if (area) {
    bindModules(form, area)
    bindGaps(form, area)
    bindDay(form, area)
  }
  bindPreview(form)
}

function bindModules(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-module]')
    if (!button) return
    event.preventDefault()
    area.value = button.dataset.module ?? ''
    choose(form, button.dataset.reason)
    // The day may be known already.
    form.querySelector('input[type="date"]')?.dispatchEvent(new Event('change', { bubbles: true }))
    area.dispatchEvent(new Event('input', { bubbles: true }))
    const [gap] = gapsIn(area.value)
    if (gap) goTo(area, gap)
  })
}

function choose(form: HTMLFormElement, reason: string | undefined): void {
  if (!reason) return
  const radio = form.querySelector<HTMLInputElement>(`input[name="reason"][value="${CSS.escape(reason)}"]`)
  const select = form.querySelector<HTMLSelectElement>('select[name="reason"]')
  if (radio) radio.checked = true
  if (select) select.value = reason
}

function bindGaps(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const line = form.querySelector<HTMLElement>('[data-gaps]')
  const said = line?.querySelector<HTMLElement>('[data-gaps-words]')
  const show = () => {
    const gaps = gapsIn(area.value)
    line?.classList.toggle('has-gaps', gaps.length > 0)
    area.classList.toggle('input--gap', gaps.length > 0)
    if (!said) return
    const words = gaps.length > 0 ? `${form.dataset.gapWords} ${gaps.join(' ')}` : ''
    if (said.textContent !== words) said.textContent = words
  }
  area.addEventListener('input', show)
  form.addEventListener('submit', (event) => {
    const [gap] = gapsIn(area.value)
    if (!gap || event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    goTo(area, gap)
  })
  show()
}

/** Marked as a whole, so that the next key replaces it. */
function goTo(area: HTMLTextAreaElement, gap: string): void {
  const at = area.value.indexOf(gap)
  area.focus()
  area.setSelectionRange(at, at + gap.length)
}

/** The chosen day stands in the text too. */
function bindDay(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const day = form.querySelector<HTMLInputElement>('input[type="date"]')
  let shown = '[Datum]'
  day?.addEventListener('change', () => {
    if (!day.value) return
    const words = new Date(`${day.value}T12:00:00Z`).toLocaleDateString(document.documentElement.lang, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    if (!area.value.includes(shown)) shown = '[Datum]'
    area.value = area.value.replaceAll(shown, words)
    shown = words
    area.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

type Preview = { nobody: string } | { to: string; language: string; subject: string; text: string }

function bindPreview(form: HTMLFormElement): void {
  const address = form.dataset.preview
  const mail = form.querySelector<HTMLElement>('[data-preview-mail]')
  if (!address || !mail) return
  form.querySelector<HTMLElement>('[data-preview-button]')?.remove()
  let rest: ReturnType<typeof setTimeout>
  let asking: AbortController | undefined
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    const sent = { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' }, signal }
    const answer = await askInPassing<{ preview?: Preview }>(address, sent)
    if (answer?.preview) show(form, answer.preview)
  }
  const later = () => {
    clearTimeout(rest)
    rest = setTimeout(() => void ask(), REST_MS)
  }
  form.addEventListener('input', later)
  form.addEventListener('change', later)
}

function show(form: HTMLFormElement, preview: Preview): void {
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-preview-${name}]`)
  const isMail = 'subject' in preview
  part('mail')!.hidden = !isMail
  part('nobody')!.hidden = isMail
  if (!isMail) {
    part('nobody')!.textContent = preview.nobody
    return
  }
  for (const name of ['to', 'subject', 'text'] as const) part(name)!.textContent = preview[name]
}
