/** Every route of the application, as whoever may call it, with a call that is right: what is then bent. */
import { randomToken } from '../../server/secrets.ts'
import { callOf, changeCallOf, type Expendable, needsExpendable, newExpendable } from '../access/requests.ts'
import { ROLES, type Role, RULED, WHO } from '../access/rules.ts'
import type { Call, Stage } from '../access/stage.ts'

type Known = { role: Role; path: (stage: Stage) => string; fields?: (stage: Stage) => Record<string, string> }

const staff = (rest: string) => (stage: Stage) => `/amt/${stage.own.town}${rest}`
const person = (rest: string) => (stage: Stage) =>
  `/amt/${stage.own.town}/personen/${stage.own.people.colleague.id}${rest}`
const shown = (rest: string) => (stage: Stage) => `/${stage.own.town}/anliegen/${stage.own.shown.number}${rest}`
const tracking = (rest: string) => (stage: Stage) => `/${stage.own.town}/verfolgen/${stage.own.hidden.tracking}${rest}`
const at = (path: string) => () => path

/** Routes that tests/access has no call for. */
const MORE: Record<string, Known> = {
  'GET /metrics': { role: 'anonymous', path: at('/metrics') },
  'GET /api/v1/towns/:town/challenge': {
    role: 'anonymous',
    path: ({ own }) => `/api/v1/towns/${own.town}/challenge`,
  },
  'GET /:town/aufgabe': { role: 'anonymous', path: ({ own }) => `/${own.town}/aufgabe` },
  'GET /amt/anmelden/code': { role: 'anonymous', path: at('/amt/anmelden/code') },
  'POST /amt/anmelden/code': { role: 'anonymous', path: at('/amt/anmelden/code'), fields: () => ({ code: '123456' }) },
  'GET /amt/passwort': { role: 'anonymous', path: at('/amt/passwort') },
  'POST /amt/passwort': {
    role: 'anonymous',
    path: at('/amt/passwort'),
    fields: () => ({ email: 'niemand@amt.example' }),
  },
  'GET /amt/passwort/:token': { role: 'anonymous', path: () => `/amt/passwort/${randomToken()}` },
  'POST /amt/passwort/:token': {
    role: 'anonymous',
    path: () => `/amt/passwort/${randomToken()}`,
    fields: () => ({ password: 'ein langes neues Passwort' }),
  },
  'GET /amt/einladung/:token': { role: 'anonymous', path: () => `/amt/einladung/${randomToken()}` },
  'POST /amt/einladung/:token': {
    role: 'anonymous',
    path: () => `/amt/einladung/${randomToken()}`,
    fields: () => ({ password: 'ein langes neues Passwort' }),
  },
  'GET /amt/konto': { role: 'clerk', path: at('/amt/konto') },
  'POST /amt/konto/passwort': {
    role: 'clerk',
    path: at('/amt/konto/passwort'),
    fields: () => ({ current: 'falsch', newPassword: 'ein langes neues Passwort' }),
  },
  'POST /amt/konto/sitzungen': {
    role: 'clerk',
    path: at('/amt/konto/sitzungen'),
    fields: () => ({ session: 'others' }),
  },
  'POST /amt/konto/wiederherstellung': {
    role: 'clerk',
    path: at('/amt/konto/wiederherstellung'),
    fields: () => ({ password: 'falsch' }),
  },
  'GET /amt/konto/zweiter-faktor': { role: 'clerk', path: at('/amt/konto/zweiter-faktor') },
  'POST /amt/konto/zweiter-faktor': { role: 'clerk', path: at('/amt/konto/zweiter-faktor') },
  'POST /amt/konto/zweiter-faktor/code': {
    role: 'clerk',
    path: at('/amt/konto/zweiter-faktor/code'),
    fields: () => ({ code: '123456' }),
  },
  'POST /amt/konto/zweiter-faktor/ende': {
    role: 'clerk',
    path: at('/amt/konto/zweiter-faktor/ende'),
    fields: () => ({ removePassword: 'falsch', code: '123456' }),
  },
  'POST /amt/betreiber/:town/einladung': {
    role: 'operator',
    path: ({ own }) => `/amt/betreiber/${own.town}/einladung`,
    fields: () => ({ name: 'Neu', email: 'neu@amt.example' }),
  },
  'GET /amt/:town/personen': { role: 'admin', path: staff('/personen') },
  'GET /amt/:town/personen/neu': { role: 'admin', path: staff('/personen/neu') },
  'POST /amt/:town/personen/neu': {
    role: 'admin',
    path: staff('/personen/neu'),
    fields: () => ({ name: 'Neu', email: 'neuer@amt.example', role: 'clerk', departments: 'roads' }),
  },
  'GET /amt/:town/personen/:id': { role: 'admin', path: person('') },
  'POST /amt/:town/personen/:id/rolle': {
    role: 'admin',
    path: person('/rolle'),
    fields: () => ({ role: 'clerk', departments: 'green' }),
  },
  'POST /amt/:town/personen/:id/sperre': { role: 'admin', path: person('/sperre') },
  'POST /amt/:town/personen/:id/freigabe': { role: 'admin', path: person('/freigabe') },
  'POST /amt/:town/personen/:id/sitzungen': { role: 'admin', path: person('/sitzungen') },
  'POST /amt/:town/personen/:id/einladung': { role: 'admin', path: person('/einladung') },
  'GET /amt/:town/personen/:id/zweiter-faktor': { role: 'admin', path: person('/zweiter-faktor') },
  'POST /amt/:town/personen/:id/zweiter-faktor': {
    role: 'admin',
    path: person('/zweiter-faktor'),
    fields: () => ({ how: 'in_person' }),
  },
  'GET /amt/:town/loeschnachweis': { role: 'admin', path: staff('/loeschnachweis') },
  'GET /amt/:town/loeschnachweis.csv': { role: 'admin', path: staff('/loeschnachweis.csv') },
  'GET /:town/anliegen/:number/beanstanden': { role: 'anonymous', path: shown('/beanstanden') },
  'POST /:town/anliegen/:number/beanstanden': {
    role: 'anonymous',
    path: shown('/beanstanden'),
    fields: () => ({ reason: 'insult', text: 'Das verletzt.', email: 'wer@post.example' }),
  },
  'GET /:town/anliegen/:number/beanstanden/danke': { role: 'anonymous', path: shown('/beanstanden/danke') },
  'GET /:town/verfolgen/:token/daten': { role: 'reporter', path: tracking('/daten') },
  'GET /:town/verfolgen/:token/daten.json': { role: 'reporter', path: tracking('/daten.json') },
  'GET /:town/verfolgen/:token/kontaktloeschung': { role: 'reporter', path: tracking('/kontaktloeschung') },
  'POST /:town/verfolgen/:token/kontaktloeschung': { role: 'reporter', path: tracking('/kontaktloeschung') },
  'GET /:town/verfolgen/:token/loeschung': { role: 'reporter', path: tracking('/loeschung') },
  'POST /:town/verfolgen/:token/loeschung': { role: 'reporter', path: tracking('/loeschung') },
}

/** After these there is little left to bend: they come last. */
const ENDS = /kontaktloeschung|loeschung$|rueckzug|abmelden$|sperre|personen\/:id\/sitzungen|einstellungen\/stand/

export const ALL_ROUTES: readonly string[] = [...new Set([...RULED.map(({ route }) => route), ...Object.keys(MORE)])]
  .filter((route) => !route.endsWith('/anliegen/:number/:noun'))
  .sort((one, other) => Number(ENDS.test(one)) - Number(ENDS.test(other)))

/** In this order: whoever sees most of a page comes before whoever is sent away. */
const CALLERS: readonly Role[] = ['anonymous', 'reporter', 'partner', 'clerk', 'admin', 'operator', 'neighbour']

export function callerOf(route: string): Role {
  const known = MORE[route]
  if (known) return known.role
  const who = RULED.find((one) => one.route === route)?.who
  if (!who) return 'clerk'
  const may = (role: Role) => WHO[who][role] === 'yes'
  return CALLERS.find(may) ?? ROLES.find(may) ?? 'anonymous'
}

/** A call that is right, for somebody who may. */
export async function rightCall(stage: Stage, route: string): Promise<Call> {
  const known = MORE[route]
  if (known) {
    const fields = known.fields?.(stage)
    const method = route.split(' ')[0]!
    return { method, path: known.path(stage), ...(method === 'GET' ? {} : { body: new URLSearchParams(fields ?? {}) }) }
  }
  const expendable: Expendable | undefined = needsExpendable(route) ? await newExpendable(stage) : undefined
  return callOf({ stage, role: callerOf(route), route, expendable })
}

export const rightChange = async (stage: Stage, noun: string) => changeCallOf(stage, noun, await newExpendable(stage))
