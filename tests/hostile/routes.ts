/** Every route of the application, as whoever may call it, with a call that is right: what is then bent. */
import { callOf, changeCallOf, type Expendable, needsExpendable, newExpendable } from '../access/requests.ts'
import { ROLES, type Role, RULED, WHO } from '../access/rules.ts'
import type { Call, Stage } from '../access/stage.ts'

/** After these there is little left to bend: they come last. */
const ENDS =
  /kontaktloeschung|loeschung$|rueckzug|abmelden$|sperre|personen\/:id\/sitzungen|einstellungen\/stand|webhooks\/:id\/entfernen/

export const ALL_ROUTES: readonly string[] = RULED.map(({ route }) => route)
  .filter((route) => !route.endsWith('/anliegen/:number/:noun'))
  .sort((one, other) => Number(ENDS.test(one)) - Number(ENDS.test(other)))

/** In this order: whoever sees most of a page comes before whoever is sent away. */
const CALLERS: readonly Role[] = ['anonymous', 'reporter', 'partner', 'clerk', 'admin', 'operator', 'neighbour']

export function callerOf(route: string): Role {
  const who = RULED.find((one) => one.route === route)?.who
  if (!who) return 'clerk'
  const may = (role: Role) => WHO[who][role] === 'yes'
  return CALLERS.find(may) ?? ROLES.find(may) ?? 'anonymous'
}

/** A call that is right, for somebody who may. */
export async function rightCall(stage: Stage, route: string): Promise<Call> {
  const expendable: Expendable | undefined = needsExpendable(route) ? await newExpendable(stage) : undefined
  return callOf({ stage, role: callerOf(route), route, expendable })
}

export const rightChange = async (stage: Stage, noun: string) => changeCallOf(stage, noun, await newExpendable(stage))
