/** The system of a partner, with what is needed to speak with it. */
import type { Partner } from '../../tenants/schema.ts'
import type { Ctx } from '../context.ts'
import type { Blobs, Outgoing, Photos } from '../ports.ts'
import type { System } from './open311-wire.ts'

export type Wires = {
  outgoing: Outgoing
  photos: Photos
  blobs: Blobs
  /** By `town/partner`. */
  open311Keys: ReadonlyMap<string, string>
  urlOf: (ctx: Ctx, path: string) => string
}

/** Null for a partner that is gone, or that gets its reports by mail. */
export function systemOf({ town }: Ctx, wires: Wires, key: string): { partner: Partner; system: System } | null {
  const partner = town.partners.find((one) => one.key === key)
  if (!partner?.open311) return null
  const apiKey = wires.open311Keys.get(`${town.key}/${key}`)
  return { partner, system: { setting: partner.open311, apiKey, outgoing: wires.outgoing } }
}
