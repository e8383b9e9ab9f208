/** Where the device is, asked once and only after somebody pressed a button. */
import type { Position } from './types.ts'

export type Located = { place: Position /** Radius in metres within which it is with 95 %. */; accuracy: number }
export type NotLocated = 'refused' | 'failed'

/** Long enough for a cold GPS outdoors, short enough to be answered. */
const PATIENCE_MS = 12_000

/** Never rejects: a refusal is an answer. */
export function locate(): Promise<Located | NotLocated> {
  return new Promise((answer) => {
    if (!('geolocation' in navigator)) return answer('failed')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => answer({ place: [coords.longitude, coords.latitude], accuracy: coords.accuracy }),
      (error) => answer(error.code === error.PERMISSION_DENIED ? 'refused' : 'failed'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 30_000 },
    )
  })
}

/** The device may be asked without a question to the person: allowed before. */
export async function isLocationGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
  } catch {
    return false
  }
}
