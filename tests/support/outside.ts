/** Towns with somebody outside in them: Petra at the partner, and a town hall that has not joined. Both have only a link. */
import type { Database } from '../../db/client.ts'
import type { Ctx } from '../../server/context.ts'
import { runDueWork } from '../../server/jobs.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { CITIZEN } from './people.ts'
import { CONTACT, POTHOLE } from './reports.ts'
import { compiledTown } from './towns.ts'
import { FIRST_TOWN, type World } from './world.ts'

/** Has not joined: reports go to its department by mail. */
export const NON_MEMBER = 'lemgo'
export const IN_NON_MEMBER = { lat: 52.028, lon: 8.9 }
export const TOWN_HALL_MAILBOX = 'strassen@lemgo.example'

export const PARTNER = { key: 'stadtwerke', name: 'Stadtwerke Bad Salzuflen' }
export const PETRA = 'petra@stadtwerke.example'

/** Longer than the registry keeps a town unasked. */
const FRESH_MS = 5_000

/** Applies a town of the folder with a change of its compiled form. */
export async function applyChanged(database: Database, key: string, change: Partial<StoredTown>, now: Date) {
  await applyTown(database, compiledTown(key, change), 'test', now)
}

export async function changeTown(world: World, key: string, change: Partial<StoredTown>) {
  await applyChanged(world.database, key, change, world.now())
  world.pass(FRESH_MS)
}

/** Petra's partner in the first town; trees and benches go there by a rule. */
export const givePartner = (world: World, mailbox = PETRA) =>
  changeTown(world, FIRST_TOWN, {
    partners: [{ ...PARTNER, mailbox }],
    rules: [{ category: ['tree', 'bench'], to: `partner/${PARTNER.key}` }],
  })

export const leaveOut = (world: World) => changeTown(world, NON_MEMBER, { member: false })

export async function submitTo(ctx: Ctx, more: Partial<typeof POTHOLE> = {}) {
  return submitReport(ctx, { ...POTHOLE, contact: CONTACT, ...more }, { intakeChannel: 'web' })
}

export const submitToNonMember = async (world: World, more: Partial<typeof POTHOLE> = {}) =>
  submitTo(await world.as(CITIZEN, NON_MEMBER), { ...IN_NON_MEMBER, address: 'Mittelstraße 1', ...more })

export async function tellAll(world: World) {
  while (await runDueWork(world.clock));
}

/** The newest link mailed to this address: its path and its token. */
export function linkTo(world: Pick<World, 'mails'>, address: string): { path: string; token: string } {
  const mail = world.mails.findLast(({ to }) => to === address)
  const found = /(\/[a-z-]+\/auftrag\/([\w-]{43}))\s/.exec(mail?.text ?? '')
  if (!found) throw new Error(`no link was mailed to ${address}`)
  return { path: found[1]!, token: found[2]! }
}
