/**
 * Outgoing calls at the edge. Names cannot be resolved there, and the edge's network has no way into anybody's inner
 * one; what names an address or an inner host by itself is refused all the same.
 */
import { DeliveryError } from '../errors.ts'
import type { Outgoing } from '../ports.ts'
import { boundedBytes } from './bounded.ts'

const INNER = /(^|\.)(localhost|local|internal|lan|home|intern)$/

export const outgoingByFetch: Outgoing = {
  check: async (text) => void parsed(text),
  async call({ url: text, method, headers, body, timeoutMs, mostBytes }) {
    const url = parsed(text)
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const answer = await fetch(url, { method, headers, body, signal, redirect: 'manual' })
      return {
        status: answer.status,
        headers: answer.headers,
        bytes: await boundedBytes(answer, { mostBytes, tooMuch }),
      }
    } catch (error) {
      if (error instanceof DeliveryError) throw error
      throw new DeliveryError(signal.aborted ? 'too_slow' : 'unreachable', { permanent: false, cause: error })
    }
  },
}

function parsed(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const isName = url && /\.[a-z][a-z0-9-]*$/.test(url.hostname) && !INNER.test(url.hostname)
  if (!isName || url.protocol !== 'https:' || url.username || url.password)
    throw new DeliveryError('address_forbidden', { permanent: true })
  return url
}

const tooMuch = () => new DeliveryError('answer_too_large', { permanent: false })
