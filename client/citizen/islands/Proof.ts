/** Proof of work while the last page of the form is read. Whoever sends before it is there sends without it. */
import { type Challenge, solveProof } from '../solve-proof.ts'

export type ProofProps = { challenge: string }

/** Before the server forgets the challenge. */
const AGAIN_MS = 9 * 60_000

export async function wake(element: HTMLElement, props: ProofProps) {
  // Only secure pages may derive keys.
  if (!globalThis.crypto?.subtle) return
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'altcha'
  const answer = await fetch(props.challenge, { headers: { Accept: 'application/json' } })
  if (!answer.ok) return
  field.value = await solveProof((await answer.json()) as Challenge)
  element.replaceChildren(field)
  setTimeout(() => wake(element, props).catch(reportError), AGAIN_MS)
}
