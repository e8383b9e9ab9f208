/** Text of one step in this tab's storage, until the server has it or the tab is closed. */

/** As long as a pause in typing. */
const REST_MS = 300
const TEXT_TYPES = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'textarea'])

type Kept = Record<string, string>

export function keep(key: string, form: HTMLFormElement) {
  let rest: ReturnType<typeof setTimeout>
  const save = () => write(key, { ...read(key), ...valuesOf(form) })
  const later = () => {
    clearTimeout(rest)
    rest = setTimeout(save, REST_MS)
  }
  form.addEventListener('input', later)
  // Quick fingers are there before the script.
  if (textFields(form).some((field) => field.value !== field.defaultValue)) later()
  // Leaving within the pause must not lose the last word.
  addEventListener('pagehide', () => {
    clearTimeout(rest)
    if (read(key) || hasText(form)) save()
  })
}

/** Fills only what is empty: what the server sent is newer or was changed there. */
export function restore(key: string, form: HTMLFormElement) {
  const kept = read(key)
  if (!kept) return
  for (const field of textFields(form)) {
    const value = kept[field.name]
    if (!value || field.value !== '') continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** What was typed into other steps is with the server by now. */
export function forgetOthers(town: string, key: string) {
  forget((stored) => stored.startsWith(`${PREFIX}${town}:`) && stored !== PREFIX + key)
}

/** What was kept under this key alone. */
export function forgetOne(key: string) {
  forget((stored) => stored === PREFIX + key)
}

export function forgetAll(town: string) {
  forget((stored) => stored.startsWith(`${PREFIX}${town}:`))
}

function forget(isOver: (stored: string) => boolean) {
  try {
    for (const stored of Object.keys(sessionStorage)) if (isOver(stored)) sessionStorage.removeItem(stored)
  } catch {
    // No storage, nothing kept.
  }
}

const PREFIX = 'report-form:'

const hasText = (form: HTMLFormElement) => textFields(form).some((field) => field.value !== '')

function valuesOf(form: HTMLFormElement): Kept {
  return Object.fromEntries(textFields(form).map((field) => [field.name, field.value]))
}

/** Fields marked `data-keep="no"` and those that hide their content stay out. */
function textFields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLTextAreaElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
      TEXT_TYPES.has(field.type) &&
      field.name !== '' &&
      field.dataset.keep !== 'no',
  )
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Private windows and full storage refuse; the form works without. */
function write(key: string, kept: Kept) {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(kept))
  } catch {
    // The server's draft remains.
  }
}
