/** From a town, what was typed and what came of it to the page for taking a report down. */
import type { Context } from 'hono'
import type { IntakePageProps, KnownReport } from '../../../client/clerk/intake-props.ts'
import { dayOf, formatAge, LANGUAGE_NAMES, words } from '../../../client/i18n/index.ts'
import { PlacePicker } from '../../../client/map/PlacePicker.tsx'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { retentionOf } from '../../../tenants/retention.ts'
import { ListNearby, listNearby, type NearbyRow } from '../../reports/list-nearby.ts'
import { randomToken } from '../../secrets.ts'
import { onCallOf } from '../../towns/on-call.ts'
import { restingReason } from '../../towns/resting.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'
import { chosenCategory } from '../pages/form/chosen-category.ts'
import { pickerWords } from '../picker-words.ts'
import { statusLabel } from '../status-label.ts'
import { groundOf } from '../town-ground.ts'
import type { IntakeFields } from './intake-place.ts'

type C = Context<AppEnv>

export type IntakeShown = Partial<
  Pick<IntakePageProps, 'errors' | 'stops' | 'elsewhere' | 'nearMetres' | 'isOutside' | 'said'>
>

export async function presentIntake(
  c: C,
  { values, channel, language, key, placed, townChosen }: IntakeFields,
  { errors = [], ...shown }: IntakeShown,
): Promise<Omit<IntakePageProps, 'frame'>> {
  const { town, language: ours } = c.var
  const category = town.categories.find((one) => one.key === values.category)
  const place = ListNearby.safeParse({
    lat: values.lat?.replace(',', '.') || undefined,
    lon: values.lon?.replace(',', '.') || undefined,
    category: values.category,
  })
  const onCall = category?.emergency.includes('on_call') ? onCallOf(town, category) : undefined
  return {
    town: { key: town.key, name: town.name, keepMonths: retentionOf(town, category?.key).contact },
    groups: groupsOf(c),
    chosen: category && {
      ...chosenCategory(town, category, ours),
      notice: category.notice?.[ours],
      onCall: onCall || undefined,
      contact: category.contact,
      kind: category.kind,
    },
    values,
    channel,
    language,
    languages: town.languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    errors,
    known: place.success ? await knownAround(c, await listNearby(c.var.ctx, place.data), values.category) : null,
    ...shown,
    townChosen,
    idempotencyKey: key ?? randomToken(),
    placed,
    map: placePicker(c),
  }
}

/**
 * With what to say about each.
 * @param wanted the category that is being taken down; of another one it is only asked whether it is meant
 */
export async function knownAround(c: C, rows: NearbyRow[], wanted?: string): Promise<KnownReport[]> {
  const { language, town, deps } = c.var
  const { intake } = words(language)
  return rows.map(({ report, metres, isOwn }) => {
    const { number, status } = report
    const category = categoryName(c, report.category)
    // That the town waits for an answer is between it and the reporter.
    const told = statusLabel(language, { ...report, status: status === 'question' ? 'in_progress' : status })
    const isMeant = !wanted || wanted === report.category
    return {
      number,
      href: isOwn ? clerkPaths.report(town.key, number) : undefined,
      category,
      status: { key: status, label: statusLabel(language, report) },
      distance: intake.metres(metres),
      age: formatAge(language, report.receivedAt, deps.now()),
      say: isMeant ? intake.say(number, departmentName(c, report.department), told) : intake.ask(number, category),
    }
  })
}

/** Who answers for the place instead, and by which number. */
export async function elsewhereOf(c: C, { key, name }: { key: string; name: string }, isCounty: boolean) {
  const town = await c.var.deps.registry.town(key)
  return { name, isCounty, phone: town?.contact.phone, isMember: town?.member === true }
}

function groupsOf(c: C): IntakePageProps['groups'] {
  const { town, language, deps } = c.var
  const today = dayOf(deps.now())
  const groups = new Map<string, IntakePageProps['groups'][number]>()
  for (const category of town.categories) {
    const { key, group, groupName, name } = category
    const entry = groups.get(group) ?? { key: group, name: groupName[language], categories: [] }
    const isResting = restingReason(language, category, today) !== undefined
    entry.categories.push({
      key,
      name: name[language],
      search: [name[language], ...category.search].join(' ').toLowerCase(),
      isResting,
    })
    groups.set(group, entry)
  }
  return [...groups.values()]
}

function placePicker(c: C) {
  const { town, language } = c.var
  return <PlacePicker {...groundOf(town)} words={pickerWords(language, town)} />
}
