/** services.{xml,json}: what can be reported in the town. */
import { Hono } from 'hono'
import { dayOf } from '../../../client/i18n/index.ts'
import type { Category } from '../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import { notFound } from '../../errors.ts'
import { restingReason } from '../../towns/resting.ts'
import type { AppEnv } from '../app-env.ts'
import { definitionOf } from './definition.ts'
import { answer } from './format.ts'

export const services = new Hono<AppEnv>()
  .on('GET', ['/services.xml', '/services.json'], (c) => {
    const { town, language, deps } = c.var
    const today = dayOf(deps.now())
    const names = serviceNames(town.categories, language)
    return answer(
      c,
      'services',
      town.categories.map((category) => serviceItem(category, { name: names.get(category.key)!, language, today })),
    )
  })
  .get('/services/:named{[^/]+\\.(?:xml|json)}', (c) => {
    const code = c.req.param('named').replace(/\.(xml|json)$/, '')
    const category = c.var.town.categories.find(({ key }) => key === code)
    if (!category) throw notFound('category_unknown')
    return answer(c, 'service_definition', definitionOf({ town: c.var.town, category, language: c.var.language }))
  })

/** Each name once: FixMyStreet looks a category up by its code or its name. */
export function serviceNames(categories: readonly Category[], language: Language): Map<string, string> {
  const used = new Set<string>()
  return new Map(
    categories.map(({ key, name, groupName }) => {
      const own = name[language]
      const candidates = [own, `${own} (${groupName[language]})`, `${own} (${key})`]
      const free = candidates.find((one) => !used.has(one)) ?? key
      used.add(free)
      return [key, free]
    }),
  )
}

type Named = { name: string; language: Language; today: string }

function serviceItem(category: Category, { name, language, today }: Named) {
  const { key, groupName, notice, instantAnswer } = category
  const resting = restingReason(language, category, today)
  const words = [resting, notice?.[language], instantAnswer?.[language]].filter(Boolean)
  return {
    service_code: key,
    service_name: name,
    description: words.length > 0 ? words.join(' ') : name,
    // For all of them: without it FixMyStreet asks for no definition, and sends no number of its own.
    metadata: true,
    type: 'realtime',
    keywords: keywordsOf(category, resting !== undefined).join(','),
    group: groupName[language],
  }
}

/** Words that steer FixMyStreet; as a search word they would do so by mistake. */
const STEERING = ['private', 'inactive', 'staff', 'waste_only']
/** As CitySDK calls the kinds; what it has no word for keeps ours. */
const KINDS: Record<Category['kind'], string> = {
  defect: 'problem',
  idea: 'idea',
  praise: 'praise',
  service_order: 'service_order',
}

/** A list that is cut at each comma. What rests stays in it: what is missing there FixMyStreet deletes. */
function keywordsOf({ kind, search, disclosure }: Category, isResting: boolean): string[] {
  const searched = search
    .map((word) => word.replaceAll(',', ' ').trim())
    .filter((word) => word !== '' && !STEERING.includes(word.toLowerCase()))
  const steering = [...(disclosure === 'never' ? ['private'] : []), ...(isResting ? ['inactive'] : [])]
  return [...steering, KINDS[kind], ...searched]
}
