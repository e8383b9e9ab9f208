/** /amt/konto: one's own access. */
import { type Context, Hono } from 'hono'
import { AccountPage } from '../../../client/clerk/AccountPage.tsx'
import { RecoveryCodesPage, SecondFactorPage } from '../../../client/clerk/SecondFactorPage.tsx'
import { formatDateTime, formatFullDate, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { type AppError, invalid } from '../../errors.ts'
import { listIdentities, RemoveIdentity, removeIdentity } from '../../people/own-identities.ts'
import {
  beginSecondFactor,
  ConfirmSecondFactor,
  confirmSecondFactor,
  RemoveSecondFactor,
  RenewRecoveryCodes,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../../people/own-second-factor.ts'
import { endOtherSessions, endSession, listSessions } from '../../people/sessions.ts'
import { ChangePassword, changePassword } from '../../people/set-password.ts'
import { totpUri } from '../../people/totp.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { demandingTown } from '../middleware/second-factor.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { readForm } from './read-form.ts'
import { refusedOf } from './refused.ts'

type C = Context<AppEnv>

export const account = new Hono<AppEnv>()
  .get('/', (c) => accountPage(c))
  .post('/passwort', async (c) => {
    const values = await readForm(c)
    try {
      const input = parsed(ChangePassword, { current: values.current, password: values.newPassword })
      await changePassword(c.var.deps, c.var.clerk, input)
      return redirectTo(c, clerkPaths.account({ getan: 'passwort' }))
    } catch (error) {
      return accountPage(c, refusedOf(c, { what: 'passwort', values, names: { password: 'newPassword' } }, error))
    }
  })
  .post('/sitzungen', async (c) => {
    const { session = '' } = await readForm(c)
    if (session === 'others') await endOtherSessions(c.var.deps, c.var.clerk)
    else await endSession(c.var.deps, c.var.clerk, session)
    return redirectTo(c, clerkPaths.account({ getan: session === 'others' ? 'andere' : 'sitzung' }))
  })
  .post('/verknuepfung', async (c) => {
    const values = await readForm(c)
    try {
      await removeIdentity(c.var.deps, c.var.clerk, parsed(RemoveIdentity, values))
      return redirectTo(c, clerkPaths.account({ getan: 'getrennt' }))
    } catch (error) {
      return accountPage(c, refusedOf(c, { what: 'verknuepfung', values }, error))
    }
  })
  .post('/wiederherstellung', async (c) => {
    const values = await readForm(c)
    try {
      const codes = await renewRecoveryCodes(c.var.deps, c.var.clerk, parsed(RenewRecoveryCodes, values))
      return codesPage(c, codes)
    } catch (error) {
      return accountPage(c, refusedOf(c, { what: 'wiederherstellung', values }, error))
    }
  })
  .get('/zweiter-faktor', (c) => factorPage(c))
  .post('/zweiter-faktor', async (c) => {
    await beginSecondFactor(c.var.deps, c.var.clerk)
    return redirectTo(c, clerkPaths.secondFactor())
  })
  .post('/zweiter-faktor/code', async (c) => {
    const values = await readForm(c)
    const { deps, clerk, visitor } = c.var
    try {
      return codesPage(c, await confirmSecondFactor(deps, clerk, { ...parsed(ConfirmSecondFactor, values), visitor }))
    } catch (error) {
      return factorPage(c, refusedOf(c, { what: 'code', values }, error))
    }
  })
  .post('/zweiter-faktor/ende', async (c) => {
    const values = await readForm(c)
    const { deps, clerk, visitor } = c.var
    try {
      const input = parsed(RemoveSecondFactor, { password: values.removePassword, code: values.code })
      const isRequired = (await demandingTown(c)) !== null
      await removeSecondFactor(deps, clerk, { ...input, visitor, isRequired })
      return redirectTo(c, clerkPaths.account({ getan: 'entfernt' }))
    } catch (error) {
      return accountPage(c, refusedOf(c, { what: 'ende', values, names: { password: 'removePassword' } }, error))
    }
  })

/** @throws invalid with the fields that are wrong */
function parsed<T>(schema: { safeParse: (values: unknown) => ZodResult<T> }, values: unknown): T {
  const input = schema.safeParse(values)
  if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
  return input.data
}
type ZodResult<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: Parameters<typeof fieldErrorsOf>[0] } }

type Shown = Partial<Omit<ReturnType<typeof refusedOf>, 'status'>> & { status?: AppError['status'] }

async function accountPage(c: C, { status, ...shown }: Shown = {}) {
  const { deps, clerk, language } = c.var
  const now = deps.now()
  const factor = await readSecondFactor(deps, clerk)
  const props = {
    ...shown,
    frame: await clerkFrame(c, words(language).account.title),
    name: clerk.name,
    email: factor.email,
    hasPassword: factor.hasPassword,
    identities: await identitiesOf(c),
    factorSince: factor.since ? formatFullDate(language, factor.since) : undefined,
    requiredBy: (await demandingTown(c))?.name,
    codesLeft: factor.codesLeft,
    sessions: (await listSessions(deps, clerk)).map(({ id, device, createdAt, seenAt, isThis }) => ({
      id,
      device: device ?? undefined,
      since: formatDateTime(language, createdAt, now),
      seen: formatDateTime(language, seenAt, now),
      isThis,
    })),
    said: saidOf(c, factor.codesLeft),
  }
  return sendPage(c, <AccountPage {...props} />, { secret: true, status })
}

/** Called as the person's towns call it; otherwise by its host. */
async function identitiesOf(c: C) {
  const { deps, clerk, language } = c.var
  const keys = [...new Set(clerk.memberships.map(({ town }) => town))]
  const settings = (await Promise.all(keys.map((key) => deps.registry.town(key)))).map((town) => town?.signIn?.openId)
  return (await listIdentities(deps, clerk)).map(({ issuer, linkedAt }) => ({
    issuer,
    name: settings.find((setting) => setting?.issuer === issuer)?.name ?? new URL(issuer).host,
    since: formatFullDate(language, linkedAt),
  }))
}

function saidOf(c: C, codesLeft: number) {
  const { password, factor, sessions, recovery } = words(c.var.language).account
  const done = c.req.query('getan') ?? ''
  if (done === 'code') return { tone: 'warn' as const, sentence: recovery.used(codesLeft) }
  const sentences: Record<string, string> = {
    passwort: password.kept,
    entfernt: factor.removed,
    sitzung: sessions.ended,
    andere: sessions.othersEnded,
    getrennt: words(c.var.language).openId.account.removed,
    schon: factor.changed,
  }
  const said = Object.hasOwn(sentences, done) ? sentences[done] : undefined
  return said ? { tone: 'ok' as const, sentence: said } : undefined
}

async function factorPage(c: C, { status, ...shown }: Shown = {}) {
  const { deps, clerk, language } = c.var
  const { since, pending, email } = await readSecondFactor(deps, clerk)
  if (since) return redirectTo(c, clerkPaths.account({ getan: 'schon' }))
  const { account, common } = words(language)
  const props = {
    ...shown,
    frame: await clerkFrame(c, account.factor.begin),
    requiredBy: (await demandingTown(c))?.name,
    pending: pending ? { secret: pending, uri: totpUri(pending, { issuer: common.product, label: email }) } : undefined,
  }
  return sendPage(c, <SecondFactorPage {...props} />, { secret: true, status })
}

/** The answer to a POST itself: the codes are kept nowhere in clear, so no other page could show them. */
async function codesPage(c: C, codes: string[]) {
  const frame = await clerkFrame(c, words(c.var.language).account.recovery.title)
  return sendPage(c, <RecoveryCodesPage frame={frame} codes={codes} />, { secret: true })
}
