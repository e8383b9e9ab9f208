/**
 * Sign-in with the town's own accounts (OpenID Connect). The town's provider says who somebody is; what they may do
 * stands here. It vouches for its own town alone, and a session opens a whole account: so whoever also works where
 * another provider, or none, vouches comes in by password. What a department does for other towns is that
 * department's own business and agreed by them.
 */
import { clerk as clerkPaths } from '../../client/paths.ts'
import type { OpenIdSetting } from '../../tenants/schema.ts'
import type { Membership } from '../context.ts'
import { AppError, notFound } from '../errors.ts'
import type { OpenId, OpenIdPerson } from '../ports.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { addStepRow, findStepRow, takeStepRow } from './account-rows.ts'
import { addIdentityRow, findPersonByIdentity } from './identity-rows.ts'
import { countTries, forgetTry, type Limit } from './limits.ts'
import { noteSecurity, type Office, type Visit } from './office.ts'
import { findPersonRowByEmail, listMembershipRows, type PersonRow } from './rows.ts'
import { admit, type Entered, STEP_MS } from './sign-in.ts'

type SigningTown = { key: string; signIn?: { openId?: OpenIdSetting | undefined } | undefined }
export type OpenIdOffice = Office & {
  readonly openId: OpenId
  readonly publicUrl: string
  readonly registry: { town: (key: string) => Promise<SigningTown | null> }
}

/** Nobody guesses anything here. A whole town hall on its way at eight in the morning has one address. */
const byAddress = (of: string): Limit => ({ name: 'open id from', of, most: 100, windowMs: 15 * 60_000 })

const redirectUri = ({ publicUrl }: OpenIdOffice) => publicUrl + clerkPaths.signInReturn()

/**
 * @returns a step for the cookie, and where the browser goes
 * @throws not_found for a town without accounts of its own; unavailable `open_id_down`; too_many
 */
export async function beginOpenId(
  office: OpenIdOffice,
  town: SigningTown,
  { next, visitor }: Pick<Visit, 'visitor'> & { next: string },
): Promise<{ step: string; url: string }> {
  const setting = settingOf(town)
  await countTries(office, [byAddress(visitor)])
  const step = randomToken()
  const [state, nonce, verifier] = [randomToken(), randomToken(), randomToken()]
  const question = { redirectUri: redirectUri(office), state, nonce, verifier, acrValues: setting.acrValues }
  const url = await telling(office, town.key, office.openId.begin({ town: town.key, ...setting }, question))
  const row = {
    tokenHash: await hashOf(step),
    kind: 'open_id' as const,
    town: town.key,
    facts: { state: await hashOf(state), nonce, verifier, next },
    expiresAt: new Date(office.now().getTime() + STEP_MS),
  }
  await office.database.inTransaction(null, (db) => addStepRow(db, row, office.now()))
  return { step, url }
}

/** Through which town this browser is signing in, and where it wants to go; null when it is not. */
export async function openIdStepOf({ database, now }: Office, step: string) {
  const tokenHash = await hashOf(step)
  const row = await database.inTransaction(null, (db) => findStepRow(db, tokenHash, now()))
  return row?.kind === 'open_id' ? { town: row.town ?? '', next: row.facts.next } : null
}

/**
 * @param answer what the provider sent the browser back with
 * @returns in, or asked for a code; and where to go on
 * @throws unauthenticated `open_id_over` for a wrong, old or used step or state; what the port throws; forbidden
 * `open_id_unknown`, the same for strangers, disabled people and those of other towns, or `open_id_elsewhere`
 */
export async function finishOpenId(
  office: OpenIdOffice,
  { step, answer }: { step: string; answer: URLSearchParams },
  visit: Visit,
): Promise<{ entered: Entered; next: string }> {
  const { town, facts, state } = await takeStep(office, step, answer.get('state') ?? '')
  const setting = settingOf(town)
  const { nonce = '', verifier = '', next = '' } = facts
  const question = { redirectUri: redirectUri(office), state, nonce, verifier }
  const asked = office.openId.finish({ town: town.key, ...setting }, question, answer)
  const known = await telling(office, town.key, asked)
  const person = await personOf(office, town, known)
  const isStrong = setting.secondFactor && hasSecondFactor(setting, known)
  const entered = await admit(office, person, {
    via: 'open_id',
    device: visit.device,
    next,
    secondFactorAt: isStrong ? office.now() : undefined,
  })
  await forgetTry(office, byAddress(visit.visitor))
  return { entered, next }
}

const over = () => new AppError('unauthenticated', 'open_id_over')

function settingOf({ signIn }: SigningTown): OpenIdSetting {
  if (!signIn?.openId) throw notFound()
  return signIn.openId
}

/** Once. A state that does not fit uses nothing up: anybody may send a browser here. */
async function takeStep({ database, registry, now }: OpenIdOffice, step: string, state: string) {
  const [tokenHash, stateHash] = await Promise.all([hashOf(step), hashOf(state)])
  const row = await database.inTransaction(null, (db) => findStepRow(db, tokenHash, now()))
  if (row?.kind !== 'open_id' || row.facts.state !== stateHash) throw over()
  const isMine = await database.inTransaction(null, (db) => takeStepRow(db, tokenHash))
  const town = isMine && row.town ? await registry.town(row.town) : null
  if (!town?.signIn?.openId) throw over()
  return { town, facts: row.facts, state }
}

/** Whoever runs the platform reads what was wrong between it and the provider. */
async function telling<T>(office: Office, town: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError)
      noteSecurity(office, 'sign_in_failed', { town, how: `${error.reason} ${error.facts.how ?? ''}`.trim() })
    throw error
  }
}

function hasSecondFactor({ acrValues = [] }: OpenIdSetting, { amr, acr }: OpenIdPerson): boolean {
  return amr.includes('mfa') || (acr !== undefined && acrValues.includes(acr))
}

/** Whom we know by issuer and subject; the first time by the address that the provider has verified. */
async function personOf(office: OpenIdOffice, town: SigningTown, known: OpenIdPerson): Promise<PersonRow> {
  const linked = await office.database.inTransaction(null, (db) => findPersonByIdentity(db, known))
  const person = linked ?? (await personByEmail(office, town, known))
  const own = person && (await ownMemberships(office, person.id))
  if (!own || person.disabledAt || !own.some((one) => one.town === town.key))
    throw refused(office, town, { reason: 'open_id_unknown', person })
  if (!(await isVouchedFor(office, known.issuer, own)))
    throw refused(office, town, { reason: 'open_id_elsewhere', person })
  if (!linked) await link(office, town, { person, known })
  return person
}

async function personByEmail(office: OpenIdOffice, town: SigningTown, known: OpenIdPerson) {
  const email = await telling(office, town.key, known.readEmail())
  const { emailDomains } = settingOf(town)
  const domain = email?.split('@').at(-1)
  if (!email || (emailDomains && !emailDomains.some((one) => one.toLowerCase() === domain))) return null
  return office.database.inTransaction(null, (db) => findPersonRowByEmail(db, email))
}

async function ownMemberships({ database }: Office, personId: string): Promise<Membership[]> {
  const all = await database.inTransaction(null, (db) => listMembershipRows(db, personId))
  return all.filter(({ via }) => !via)
}

/** Whoever runs the platform belongs to no town, and no town's provider vouches for them. */
async function isVouchedFor({ registry }: OpenIdOffice, issuer: string, own: readonly Membership[]) {
  const towns = await Promise.all([...new Set(own.map(({ town }) => town))].map((key) => registry.town(key)))
  return towns.every((town) => town?.signIn?.openId?.issuer === issuer)
}

type Linking = { person: PersonRow; known: OpenIdPerson }

async function link(office: OpenIdOffice, town: SigningTown, { person, known }: Linking): Promise<void> {
  const { issuer, subject } = known
  const row = { issuer, subject, personId: person.id, linkedAt: office.now() }
  const isLinked = await office.database.inTransaction(null, (db) => addIdentityRow(db, row))
  if (!isLinked) throw refused(office, town, { reason: 'open_id_unknown', person })
  noteSecurity(office, 'identity_linked', { person: person.id, town: town.key })
}

type Refusal = { reason: 'open_id_unknown' | 'open_id_elsewhere'; person: PersonRow | null }

function refused(office: Office, town: SigningTown, { reason, person }: Refusal): AppError {
  noteSecurity(office, 'sign_in_failed', { person: person?.id, town: town.key, how: reason })
  return new AppError('forbidden', reason)
}
