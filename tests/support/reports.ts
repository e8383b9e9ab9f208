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

/** In Lemgo: a cycle path, which the county's roads department looks after, and a lamp, which it does not. */
export const LEMGO = 'lemgo'
export const COUNTY = 'kreis-lippe'
const IN_LEMGO = { lat: 52.0277, lon: 8.8996 }
const INPUTS = {
  cyclePath: { town: LEMGO, category: 'cycle-path', ...IN_LEMGO },
  lamp: { town: LEMGO, category: 'street-light', ...IN_LEMGO, answers: { fault: 'dark' } },
  countyRoad: { town: COUNTY, category: 'pothole', lat: 52.0171, lon: 9.0602 },
  countyIdea: { town: COUNTY, category: 'idea', lat: 52.0171, lon: 9.0602, answers: { topic: 'traffic' } },
}

export async function submitAround(world: World, what: keyof typeof INPUTS, more: Partial<SubmitReportInput> = {}) {
  const { town, ...input } = INPUTS[what]
  const given = { answers: {}, description: 'Etwas ist nicht in Ordnung.', ...input, ...more }
  return (await submitReport(await world.as(CITIZEN, town), given, { intakeChannel: 'web' })).report
}

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
