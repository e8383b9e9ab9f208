/** A frame grows with its page, and its website scrolls to the head of each new one. */
import type { Frame } from 'playwright-core'
import { expect } from 'vitest'

/** Twice in the same place is enough. */
const LOOK_MS = 200

/** What is pressed while the frame still moves may not be there any more. */
export async function atRest(frame: Frame): Promise<void> {
  const element = await frame.frameElement()
  let before = ''
  const isSame = async () => {
    const now = JSON.stringify(await element.boundingBox())
    const same = now === before
    before = now
    return same
  }
  await expect.poll(isSame, { interval: LOOK_MS }).toBe(true)
}
