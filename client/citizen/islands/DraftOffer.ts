/** On the start page: the report that somebody has begun on this device and wanted to go on with later. */
import { forgetDraft, rememberedDraft } from '../kept-draft.ts'

export type DraftOfferProps = { town: string; waiting: string; goOn: string; discard: string }

export function wake(element: HTMLElement, { town, waiting, goOn, discard }: DraftOfferProps) {
  const href = rememberedDraft(town)
  if (!href) return
  const note = document.createElement('p')
  note.textContent = waiting
  const link = document.createElement('a')
  link.className = 'btn btn--secondary btn--s'
  link.href = href
  link.textContent = goOn
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn--tertiary btn--s'
  button.textContent = discard
  button.addEventListener('click', () => {
    forgetDraft(town)
    element.replaceChildren()
  })
  const actions = document.createElement('div')
  actions.className = 'actions'
  actions.append(link, button)
  element.append(note, actions)
}
