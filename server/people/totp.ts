/** One-time codes of an app (TOTP, RFC 6238): six digits, a new one every 30 seconds. */
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../sealed.ts'

const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
/** Clocks of phones differ: the code before and the one after count too. */
const STEPS_AROUND = 1

export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What the app reads from the QR code. */
export function totpUri(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS }).toString()
}

/** @returns the time step the code belongs to, or null when it is wrong */
export function totpStepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })
  const delta = totp.validate({ token: code, timestamp, window: STEPS_AROUND })
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta
}

export const sealTotp = (secret: string, personId: string, totpSecret: string) =>
  seal(secret, `totp ${personId}`, totpSecret)

export const unsealTotp = (secret: string, personId: string, sealed: string) =>
  unseal(secret, `totp ${personId}`, sealed)
