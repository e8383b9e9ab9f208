/** Codes for somebody who lost the phone: ten, each good for once. */
import { derive } from '../secrets.ts'

export const RECOVERY_CODES = 10
/** 32 letters and digits that nobody takes for each other: 12 of them are 60 bits. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12
const GROUP = 4

/** `7KQM-2XWB-9TRE` */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
    const letters = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')
    return letters.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-')
  })
}

/** However it was typed; null for what cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : null
}

/** Under APP_SECRET: from the database alone nobody finds them by trying. */
export const hashOfRecoveryCode = (secret: string, personId: string, code: string): Promise<string> =>
  derive(secret, 'recovery', personId, readRecoveryCode(code) ?? code)
