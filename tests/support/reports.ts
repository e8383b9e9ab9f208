/** Reports to test with. */
import type { Ctx } from '../../server/context.ts'
import { type SubmitReportInput, submitReport } from '../../server/reports/submit-report.ts'
import { CITIZEN } from './people.ts'
import type { World } from './world.ts'

/** In the middle of the first town. */
export const IN_FIRST_TOWN = { lat: 52.0862, lon: 8.7443 }
/** In the middle of the neighbour. */
export const IN_NEIGHBOUR = { lat: 52.1152, lon: 8.6711 }
/** In Kreis Herford, in a municipality that has not joined (Hiddenhausen). */
export const IN_NO_TOWN = { lat: 52.165, lon: 8.62 }

export const POTHOLE: SubmitReportInput = {
  category: 'pothole',
  description: 'Tiefes Schlagloch vor der Bushaltestelle.',
  ...IN_FIRST_TOWN,
  answers: {},
}

export const CONTACT = { name: 'Anna Muster', email: 'anna@post.example' }

export async function submitPothole(world: World, more: Partial<SubmitReportInput> = {}) {
  const ctx: Ctx = await world.as(CITIZEN)
  return submitReport(ctx, { ...POTHOLE, ...more }, { intakeChannel: 'web' })
}
