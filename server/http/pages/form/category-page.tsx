import type { CategoryGroup, CategoryRow } from '../../../../client/citizen/CategoryGroups.tsx'
import { CategoryStep } from '../../../../client/citizen/form/CategoryStep.tsx'
import { EmergencyStep } from '../../../../client/citizen/form/EmergencyStep.tsx'
import { dayOf, words } from '../../../../client/i18n/index.ts'
import type { Category } from '../../../../tenants/catalogue-schema.ts'
import { suggestCategories } from '../../../routing/suggest-categories.ts'
import { onCallOf } from '../../../towns/on-call.ts'
import { isResting } from '../../../towns/resolve-town.ts'
import { restingReason } from '../../../towns/resting.ts'
import { chosenCategory, stopsOf } from './chosen-category.ts'
import { formPaths } from './form-base.ts'
import type { C, StepView } from './step-view.ts'
import { SoFar } from './summary.tsx'

export function categoryPage(c: C, view: StepView) {
  const { town, language } = c.var
  const { frame, fields, next } = view
  const { suggested, key } = offered(c, view)
  const chosen = town.categories.find((one) => one.key === key)
  const isFirstChoice = new Set(suggested.map((row) => row.key))
  return (
    <CategoryStep
      {...frame}
      next={next}
      suggested={suggested}
      groups={groupsOf(c, isFirstChoice)}
      value={key}
      chosen={chosen && chosenCategory(town, chosen, language)}
      answers={fields.category?.key === key ? (fields.category?.answers ?? {}) : {}}
      aside={SoFar(c, view)}
    />
  )
}

/** Chosen before, asked for by the address, offered by the link, or clearly what the text is about. */
function offered(c: C, { fields }: StepView): { suggested: CategoryRow[]; key?: string } {
  const { town, language, deps } = c.var
  const today = dayOf(deps.now())
  const usable = town.categories.filter((one) => !isResting(one, today))
  const { categories, isClear } = suggestCategories(usable, fields.describe?.description ?? '')
  const known = (key: string | undefined) => town.categories.find((one) => one.key === key)
  const own = known(c.req.query('kategorie') || fields.category?.key || fields.prefill?.category)
  const hint = words(language).steps.fits
  const suggested = categories.flatMap((key) => known(key) ?? []).map((one) => ({ ...rowOf(c, one), hint }))
  const isNew = own && !suggested.some(({ key }) => key === own.key)
  return {
    suggested: isNew ? [rowOf(c, own), ...suggested] : suggested,
    key: own?.key ?? (isClear ? suggested[0]?.key : undefined),
  }
}

function rowOf(c: C, category: Category): CategoryRow {
  const { language, deps } = c.var
  const { key, name, icon, search } = category
  return {
    key,
    name: name[language],
    icon,
    resting: restingReason(language, category, dayOf(deps.now())),
    search: [name[language], ...search].join(' '),
  }
}

function groupsOf(c: C, without: Set<string>): CategoryGroup[] {
  const groups = new Map<string, CategoryGroup>()
  for (const category of c.var.town.categories) {
    if (without.has(category.key)) continue
    const { group, groupName } = category
    const entry = groups.get(group) ?? { key: group, name: groupName[c.var.language], categories: [] }
    entry.categories.push(rowOf(c, category))
    groups.set(group, entry)
  }
  return [...groups.values()]
}

/** Before anything else: whom to call. */
export function emergencyPage(c: C, { frame, fields, token = '' }: StepView) {
  const { town, language } = c.var
  const { key, answers } = fields.category ?? { key: '', answers: {} }
  const category = town.categories.find((one) => one.key === key)
  if (!category) return null
  return (
    <EmergencyStep
      {...frame}
      stops={stopsOf(town, { category, answers, language })}
      onCall={onCallOf(town, category) ?? undefined}
      changeHref={formPaths(c).step(token, 'category', { von: c.req.query('von'), aendern: '1' })}
    />
  )
}
