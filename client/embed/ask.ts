/** Reading the platform's public interface: no cookies, nothing kept. */
import { ORIGIN } from './element.ts'

export type PublicReport = {
  number: number
  category: string
  categoryName?: string
  status: string
  statusLabel: string
  receivedAt: string
  changedAt: string
  address?: string
  url: string
}

/** @returns null for what does not exist. @throws for anything else that went wrong */
export async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer | null> {
  const answer = await fetch(ORIGIN + path, { signal, credentials: 'omit' })
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as Answer
}

/** A day as people write it. */
export const dayOf = (language: string, time: string) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'medium' }).format(new Date(time))
