/** Reading and writing bytes of picture files. */
import { photoRefused } from '../photo-file.ts'

/** A picture without what else was in its file, and how its camera was held. */
export type Stripped = { bytes: Uint8Array; orientation: number }

export const broken = () => photoRefused('photo_broken')

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
export const startsWith = (bytes: Uint8Array, text: string) =>
  bytes.length >= text.length && latin(text).every((byte, at) => bytes[at] === byte)

export const big16 = (value: number) => Uint8Array.of(value >>> 8, value)
export const big32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
export const little24 = (value: number) => Uint8Array.of(value, value >>> 8, value >>> 16)
export const little32 = (value: number) => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24)
