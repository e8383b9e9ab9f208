/** /amt/{town}/personen: who works for the town. Only for admins. */
import { type Context, Hono } from 'hono'
import { InvitePage } from '../../../client/clerk/InvitePage.tsx'
import { PeoplePage } from '../../../client/clerk/PeoplePage.tsx'
import { FactorResetPage, PersonPage } from '../../../client/clerk/PersonPage.tsx'
import type { PersonLine } from '../../../client/clerk/people-props.ts'
import { formatDateTime, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { type AppError, invalid } from '../../errors.ts'
import {
  ASKED_HOW,
  ChangeRoles,
  changeRoles,
  disablePerson,
  enablePerson,
  endSessionsOf,
  ResetSecondFactor,
  resetSecondFactor,
} from '../../people/change-person.ts'
import { InvitePerson, inviteAgain, invitePerson } from '../../people/invite-person.ts'
import { listPeople, readPerson } from '../../people/list-people.ts'
import { noteSecurity } from '../../people/office.ts'
import { requireAdmin } from '../../people/permissions.ts'
import type { StaffRow } from '../../people/staff-rows.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { departmentName } from '../names.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { readForm } from './read-form.ts'
import { refusedOf } from './refused.ts'

type C = Context<AppEnv>
type Done = 'eingeladen' | 'gespeichert' | 'abgemeldet' | 'gesperrt' | 'entfernt' | 'offen' | 'faktor'

export const people = new Hono<AppEnv>()
  .use((c, next) => {
    requireAdmin(c.var.ctx)
    return next()
  })
  .get('/', (c) => listPage(c))
  .get('/neu', (c) => invitePage(c))
  .post('/neu', async (c) => {
    const values = await readForm(c)
    try {
      const input = InvitePerson.safeParse(withDepartments(values))
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      note(c, 'person_invited', await invitePerson(c.var.ctx, input.data))
      return done(c, 'eingeladen')
    } catch (error) {
      return invitePage(c, refusedOf(c, { what: 'invite', values }, error))
    }
  })
  .get('/:id', (c) => personPage(c))
  .post('/:id/rolle', async (c) => {
    const values = await readForm(c)
    try {
      const input = ChangeRoles.safeParse(withDepartments(values))
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      await changeRoles(c.var.ctx, idOf(c), input.data)
      note(c, 'roles_changed')
      return done(c, 'gespeichert', idOf(c))
    } catch (error) {
      return personPage(c, refusedOf(c, { what: 'rolle', values }, error))
    }
  })
  .post('/:id/sperre', (c) =>
    press(c, async () => {
      const outcome = await disablePerson(c.var.ctx, idOf(c))
      note(c, 'person_disabled', idOf(c), outcome)
      return outcome === 'removed' ? done(c, 'entfernt') : done(c, 'gesperrt', idOf(c))
    }),
  )
  .post('/:id/freigabe', (c) =>
    press(c, async () => {
      await enablePerson(c.var.ctx, idOf(c))
      note(c, 'person_enabled')
      return done(c, 'offen', idOf(c))
    }),
  )
  .post('/:id/sitzungen', (c) =>
    press(c, async () => {
      await endSessionsOf(c.var.ctx, idOf(c))
      note(c, 'sessions_ended')
      return done(c, 'abgemeldet', idOf(c))
    }),
  )
  .post('/:id/einladung', (c) =>
    press(c, async () => {
      await inviteAgain(c.var.ctx, idOf(c))
      note(c, 'person_invited')
      return done(c, 'eingeladen', idOf(c))
    }),
  )
  .get('/:id/zweiter-faktor', (c) => factorPage(c))
  .post('/:id/zweiter-faktor', async (c) => {
    const values = await readForm(c)
    const input = ResetSecondFactor.safeParse(values)
    if (!input.success) {
      const error = invalid(fieldErrorsOf(input.error.issues))
      return factorPage(c, refusedOf(c, { what: 'zweiter-faktor', values }, error))
    }
    return press(c, async () => {
      await resetSecondFactor(c.var.ctx, idOf(c))
      note(c, 'second_factor_removed', idOf(c), input.data.how)
      return done(c, 'faktor', idOf(c))
    })
  })

const idOf = (c: C) => c.req.param('id') ?? ''

/** Ticked boxes come joined by commas. */
const withDepartments = ({ departments, ...values }: Record<string, string>) => ({
  ...values,
  departments: departments ? departments.split(',') : [],
})

type Event = Parameters<typeof noteSecurity>[1]
const note = (c: C, event: Event, person = idOf(c), how?: string) =>
  noteSecurity(c.var.deps, event, { person, by: c.var.clerk.personId, town: c.var.town.key, ...(how ? { how } : {}) })

/** Own page afterwards, or the list for somebody who has just come or gone. */
const done = (c: C, getan: Done, id?: string) =>
  redirectTo(c, id ? clerkPaths.person(c.var.town.key, id, { getan }) : clerkPaths.people(c.var.town.key, { getan }))

function saidOf(c: C): string | undefined {
  const { people: w } = words(c.var.language).account
  const sentences: Record<Done, string> = {
    eingeladen: w.invited,
    gespeichert: w.saved,
    abgemeldet: w.ended,
    gesperrt: w.disabled,
    entfernt: w.removed,
    offen: w.enabled,
    faktor: w.factorDone,
  }
  const getan = c.req.query('getan') ?? ''
  return Object.hasOwn(sentences, getan) ? sentences[getan as Done] : undefined
}

type Shown = Partial<Omit<ReturnType<typeof refusedOf>, 'status'>> & { status?: AppError['status'] }

/** A button without fields: a refusal is told on the person's page. */
async function press(c: C, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    const shown = refusedOf(c, { what: '', values: {} }, error)
    if (shown.status === 404) throw error
    return personPage(c, shown)
  }
}

async function listPage(c: C) {
  const { language, town } = c.var
  const rows = await listPeople(c.var.ctx)
  const props = {
    frame: await clerkFrame(c, words(language).account.people.title),
    town,
    people: rows.map((row) => lineOf(c, row)),
    said: saidOf(c),
  }
  return sendPage(c, <PeoplePage {...props} />, { secret: true })
}

async function invitePage(c: C, { status, ...shown }: Shown = {}) {
  const { language, town } = c.var
  const frame = await clerkFrame(c, words(language).account.people.invite)
  const page = <InvitePage frame={frame} town={town} choice={{ departments: [], all: ownDepartments(c) }} {...shown} />
  return sendPage(c, page, { secret: true, status })
}

async function personPage(c: C, { status, ...shown }: Shown = {}) {
  const { town } = c.var
  const person = await readPerson(c.var.ctx, idOf(c))
  const departments = person.roles.map(({ department }) => department).filter(Boolean)
  const role = person.roles.find((one) => one.role !== 'clerk')?.role ?? 'clerk'
  const props = {
    ...shown,
    frame: await clerkFrame(c, person.name),
    town,
    person: { ...lineOf(c, person), isElsewhere: person.isElsewhere },
    choice: { role, departments, all: ownDepartments(c) },
    said: shown.refused ? undefined : saidOf(c),
  }
  return sendPage(c, <PersonPage {...props} />, { secret: true, status })
}

async function factorPage(c: C, { status, refused }: Shown = {}) {
  const { language, town } = c.var
  const { id, name } = await readPerson(c.var.ctx, idOf(c))
  const frame = await clerkFrame(c, words(language).account.people.factorTitle(name))
  const page = <FactorResetPage frame={frame} town={town} person={{ id, name }} hows={ASKED_HOW} refused={refused} />
  return sendPage(c, page, { secret: true, status })
}

const ownDepartments = (c: C) =>
  c.var.town.departments.filter(({ from }) => !from).map(({ key, name }) => ({ key, name }))

function lineOf(
  c: C,
  { id, name, email, roles, hasPassword, isLinked, hasSecondFactor, disabledAt, seenAt }: StaffRow,
): PersonLine {
  const { deps, language, town } = c.var
  const { people: w } = words(language).account
  const departments = roles
    .filter(({ role }) => role === 'clerk')
    .map(({ department }) => departmentName(c, department))
  const wide = roles.filter(({ role }) => role !== 'clerk').map(({ role }) => w.roles[role] ?? role)
  return {
    id,
    href: clerkPaths.person(town.key, id),
    name,
    email,
    roles: [...wide, ...(departments.length > 0 ? [w.clerkIn(departments.join(', '))] : [])],
    hasSecondFactor,
    seen: seenAt ? formatDateTime(language, seenAt, deps.now()) : undefined,
    state: disabledAt ? 'disabled' : hasPassword || isLinked ? 'active' : 'invited',
  }
}
