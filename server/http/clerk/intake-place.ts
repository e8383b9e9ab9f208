/** The place of a report that is taken down: from the words of an address where nobody has set it on the map. */
import type { Context } from 'hono'
import type { CallerChannel } from '../../../client/clerk/intake-props.ts'
import type { Language } from '../../../tenants/languages.ts'
import { findAddresses } from '../../places/find-addresses.ts'
import type { AppEnv } from '../app-env.ts'
import type { TypedFields } from './intake-fields.ts'

export type IntakeFields = TypedFields & {
  channel: CallerChannel
  /** Of the mails and the receipt. */
  language: Language
  /** Address and point as the server found them, so that a changed address is looked up anew. */
  placed?: string
}

/** Two are enough to know that it is not the only one. */
const MOST = 2
const DECIMALS = 6

/** The only house of that address, if there is one in this town; whatever is doubtful stays words. */
export async function withPlace(c: Context<AppEnv>, fields: IntakeFields): Promise<IntakeFields> {
  const { address = '', lat, lon } = fields.values
  const [own, ofAddress] = fields.placed?.split('|') ?? []
  const isOurs = own === `${lat},${lon}`
  if ((lat || lon) && !(isOurs && ofAddress !== address)) return fields
  const free = { ...fields, placed: undefined, values: { ...fields.values, lat: undefined, lon: undefined } }
  if (address.trim() === '') return free
  const { items } = await findAddresses(c.var.ctx, c.var.deps.geocoder, { words: address, most: MOST })
  const sure = items.filter((one) => !one.isRough)
  const [only] = sure
  if (!only || sure.length > 1 || only.isOutside) return free
  const point = { lat: only.lat.toFixed(DECIMALS), lon: only.lon.toFixed(DECIMALS) }
  return { ...free, placed: `${point.lat},${point.lon}|${address}`, values: { ...fields.values, ...point } }
}
