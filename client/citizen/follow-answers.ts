/** What hangs on an answer appears with it: questions that follow, and what to do in danger. */

/** Shows and hides now, and with every answer. */
export function followAnswers(form: HTMLFormElement) {
  const update = () => {
    // In the order of the page, so that what hangs on a hidden question is hidden with it.
    for (const part of form.querySelectorAll<HTMLElement>('[data-show-if]')) part.hidden = !isShown(form, part)
  }
  form.addEventListener('change', update)
  update()
  return update
}

function isShown(form: HTMLFormElement, { dataset }: HTMLElement): boolean {
  const fields = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(dataset.showIf ?? '')}"]`)]
  const given = fields.filter((field) => !field.closest('[hidden]') && isGiven(field)).map(({ value }) => value)
  return given.includes(dataset.showIs ?? '')
}

const isGiven = (field: HTMLInputElement) =>
  field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value !== ''
