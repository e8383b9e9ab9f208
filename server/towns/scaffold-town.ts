/** The folder of a town that is about to join: from the official boundary, and if wished after another town. Pure. */
import { Document, isScalar, stringify, visit } from 'yaml'
import type { z } from 'zod'
import { newTownYaml, ONE_DEPARTMENT } from '../../tenants/new-town.ts'
import { PARTNER_PREFIX, type RoutingRule, TO_COUNTY, type TownFile } from '../../tenants/schema.ts'
import { hasArea } from '../routing/place-in-town.ts'
import { categoriesOf } from '../routing/route-report.ts'
import { repaired } from './boundary-validity.ts'
import { departmentKey, keyOf } from './compile-town.ts'
import type { OfficialArea } from './official-area.ts'

/** Used where neither the command nor the official file names the source. */
export const DEFAULT_ATTRIBUTION = '© GeoBasis-DE / BKG (Daten verändert)'

/** A town's file as written, without the defaults. */
export type TownFileInput = z.input<typeof TownFile>

export type Scaffold = {
  area: OfficialArea
  key: string
  mailbox: string
  attribution: string
  /** The town to take after. */
  like?: TownFileInput | undefined
  /** Without them the town stays a preview. */
  legal?: TownFileInput['legal']
}

export type NewFolder = { name: string; townYaml: string; boundary: string }

export function scaffoldTown(scaffold: Scaffold): NewFolder {
  const { area, key, mailbox, like, legal } = scaffold
  const name = nameOf(area)
  const townYaml = newTownYaml({
    key,
    name: plain(name),
    officialName: plain(officialNameOf(area)),
    ags: area.ags,
    isKindKnown: area.designation !== undefined || isCounty(area),
    body: like ? bodyLike(like, scaffold) : ONE_DEPARTMENT(mailbox),
    legal: Object.values(legal ?? {}).some(Boolean) ? yamlOf({ legal }) : null,
  })
  return { name, townYaml, boundary: boundaryFile(scaffold) }
}

/** Quotation marks only where YAML needs them. */
const plain = (text: string) => stringify(text).trim()

const isCounty = ({ ags }: OfficialArea) => ags.length === 5

/** "Herford" is the town; the county is "Kreis Herford". */
function nameOf(area: OfficialArea): string {
  const { name, designation } = area
  return isCounty(area) && designation && !name.includes('kreis') ? `${designation} ${name}` : name
}

function officialNameOf(area: OfficialArea): string {
  const { name, designation = 'Gemeinde' } = area
  return isCounty(area) ? nameOf(area) : `${designation} ${name}`
}

export const keyOfArea = (area: OfficialArea): string => keyOf(nameOf(area))

/** A county with one town in it: its reports are the town's, under the key of eight digits. */
export const isTownInOne = (area: OfficialArea): boolean => isCounty(area) && /stadt/i.test(area.designation ?? '')

function boundaryFile({ area, attribution }: Scaffold): string {
  const { ags, designation } = area
  // A few official boundaries touch themselves; the same area by valid rings passes the check.
  const geometry = repaired(area.geometry) ?? area.geometry
  const properties = { ags, name: area.name, designation, attribution }
  return `${JSON.stringify({ type: 'Feature', properties, geometry })}\n`
}

/** Decisions another town is likely to share; nothing that is true only there. In this order in the new file. */
const TAKEN_OVER = ['catalogue', 'theme', 'categories', 'without', 'changes', 'own', 'retention'] as const

function bodyLike(like: TownFileInput, scaffold: Scaffold): string {
  const rules = rulesLike(like, scaffold)
  const taken: [string, unknown][] = TAKEN_OVER.map((name) => [name, like[name]])
  const blocks = [
    ...taken,
    ['departments', departmentsLike(like, scaffold)],
    ['rules', rules.length > 0 ? rules : undefined],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => yamlOf({ [name as string]: value }))
  return `# Übernommen von ${like.name}. Prüfen Sie jeden Fachbereich und jedes Postfach.\n${blocks.join('\n')}`
}

const LONGEST_LIST = 80

/** Short lists stand on one line, as people write them. */
function yamlOf(value: unknown): string {
  const document = new Document(value)
  visit(document, {
    Seq: (_key, list) => {
      list.flow = list.items.every(isScalar) && list.items.join(', ').length <= LONGEST_LIST
    },
  })
  return document.toString({ lineWidth: 100, flowCollectionPadding: false })
}

function departmentsLike(like: TownFileInput, { mailbox }: Scaffold) {
  const domain = mailbox.split('@')[1]!
  return like.departments.map((department) => {
    const key = keyOfDepartment(department)
    const { name = key, dispatcher, deputy, categories } = department
    const local = department.mailbox?.split('@')[0] ?? key
    return { key, name, mailbox: `${local}@${domain}`, dispatcher, deputy, categories }
  })
}

/** Rules that need no area and nobody outside the town hall, as far as they still change anything. */
function rulesLike(like: TownFileInput, { area }: Scaffold): RoutingRule[] {
  const isSameCounty = like.ags?.slice(0, 5) === area.ags.slice(0, 5)
  const kept = (like.rules ?? []).filter((rule) => {
    const isOutside = rule.to.startsWith(PARTNER_PREFIX) || (rule.to === TO_COUNTY && !isSameCounty)
    return !hasArea(rule) && !isOutside
  })
  const changes = (rule: RoutingRule) => {
    const owned = like.departments.find((one) => keyOfDepartment(one) === rule.to)?.categories ?? []
    return categoriesOf(rule).some((category) => !owned.includes(category))
  }
  const sharesCategory = (rule: RoutingRule) =>
    kept.some((other) => other !== rule && categoriesOf(other).some((one) => categoriesOf(rule).includes(one)))
  return kept.filter((rule) => changes(rule) || sharesCategory(rule))
}

const keyOfDepartment = (department: TownFileInput['departments'][number]) =>
  departmentKey(department as TownFile['departments'][number])
