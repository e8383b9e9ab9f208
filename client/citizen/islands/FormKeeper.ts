/** Keeps what somebody typed, sends it once, and fetches the questions of a category without a reload. */

import { followAnswers } from '../follow-answers.ts'
import { followCategory } from '../follow-category.ts'
import { forget, keep, restore } from '../kept-fields.ts'
import { sendOnce } from '../send-once.ts'

export type FormKeeperProps = {
  /** Key of the town: what was typed for one town never shows up at another. */
  town: string
  /** The report has arrived; what was kept for it can go. */
  isDone?: boolean
}

/** @param element the form, or something that holds it */
export function wake(element: HTMLElement, { town, isDone }: FormKeeperProps) {
  if (isDone) return forget(town)
  const form = element instanceof HTMLFormElement ? element : (element.querySelector('form') ?? element.closest('form'))
  if (!form) return
  restore(town, form)
  keep(town, form)
  const update = followAnswers(form)
  followCategory(form, () => {
    restore(town, form)
    update()
  })
  sendOnce(form)
}
