/** Keeps what somebody typed until the server has it, sends it once, and shows what hangs on an answer. */
import { followAnswers } from '../follow-answers.ts'
import { followCategory } from '../follow-category.ts'
import { forgetOthers, keep, restore } from '../kept-fields.ts'
import { sendOnce } from '../send-once.ts'

export type StepKeeperProps = {
  /** Key of the town: what was typed for one town never shows up at another. */
  town: string
  step: string
}

/** @param form the form of one step */
export function wake(form: HTMLFormElement, { town, step }: StepKeeperProps) {
  const key = `${town}:${location.pathname.split('/').slice(-2)[0]}:${step}`
  forgetOthers(town, key)
  restore(key, form)
  keep(key, form)
  const update = followAnswers(form)
  followCategory(form, update)
  sendOnce(form)
}
