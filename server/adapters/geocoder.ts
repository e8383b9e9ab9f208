/** GEOCODER_URL → the geocoder it names, made reliable. */
import { type GeocoderMemory, reliableGeocoder } from '../places/reliable-geocoder.ts'
import type { Geocoder, Log } from '../ports.ts'
import { bkgGeocoder } from './geocoder-bkg.ts'
import { nominatimGeocoder } from './geocoder-nominatim.ts'
import { photonGeocoder } from './geocoder-photon.ts'
import { type AskJson, askJson } from './geocoder-question.ts'

const KINDS: Record<string, (base: URL, ask: AskJson) => Geocoder> = {
  photon: photonGeocoder,
  nominatim: nominatimGeocoder,
  bkg: bkgGeocoder,
}

type Around = { publicUrl: string | null; now: () => Date; log: Log; patienceMs?: number; memory?: GeocoderMemory }

/** @param url `photon+https://…`, `nominatim+https://…` or `bkg+https://{key}@sg.geodatenzentrum.de` */
export function openGeocoder(url: string, { publicUrl, now, log, patienceMs, memory }: Around): Geocoder {
  const [, kind = '', rest = ''] = /^(\w+)\+(https?:.*)$/.exec(url) ?? []
  const make = KINDS[kind]
  if (!make) throw new Error('GEOCODER_URL names no kind of geocoder')
  const base = new URL(rest)
  if (kind === 'bkg' && base.username) base.pathname = `/gdz_ortssuche__${base.username}`
  // The key of a service travels where the service wants it, never as a password.
  base.username = ''
  base.password = ''
  const ask = askJson(`Anliegenwerk${publicUrl ? ` (+${publicUrl})` : ''}`, patienceMs)
  return reliableGeocoder(make(base, ask), { now, log, memory })
}
