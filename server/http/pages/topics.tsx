/** {base}/themen and {base}/themen/{category}: what can be reported, and what becomes of it. */
import { type Context, Hono } from 'hono'
import { type TopicGroup, TopicList } from '../../../client/citizen/TopicList.tsx'
import { TopicPage } from '../../../client/citizen/TopicPage.tsx'
import { dayOf, words } from '../../../client/i18n/index.ts'
import { plainWord } from '../../../client/i18n/plain-word.ts'
import type { Category } from '../../../tenants/catalogue-schema.ts'
import { inTransaction } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { categoryDurations } from '../../reports/category-durations.ts'
import { countPublicReports, ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { dispatcherOf, ownerOf } from '../../routing/route-report.ts'
import { fitsCategory } from '../../towns/fits-category.ts'
import { onCallOf } from '../../towns/on-call.ts'
import { restingReason } from '../../towns/resting.ts'
import type { AppEnv } from '../app-env.ts'
import { mayBeKept } from '../middleware/may-be-kept.ts'
import { sendPage } from '../respond.ts'
import { documentOf, notJoined, townFace } from './document-of.tsx'
import { reportRow } from './report-row.ts'
import { exceptionsOf } from './topic-exceptions.ts'

type C = Context<AppEnv>

const ROWS = 3

export const topics = new Hono<AppEnv>()
  .get('/', mayBeKept, (c) => {
    const { language, town } = c.var
    const q = c.req.query('q')?.replaceAll('\u0000', '').trim().slice(0, 100) || undefined
    const page = (
      <TopicList language={language} town={townFace(c)} q={q} groups={groupsOf(c, q)} notJoined={notJoined(c)} />
    )
    const { topics: text } = words(language)
    const options = {
      title: text.title(town),
      description: text.description(town.officialName),
      canonicalPath: '/themen',
      feed: {},
      noindex: Boolean(q) || !town.member,
    }
    return sendPage(c, documentOf(c, options, page))
  })
  .get('/:category', mayBeKept, async (c) => {
    const { language, town } = c.var
    const category = town.categories.find((one) => one.key === c.req.param('category'))
    if (!category) throw notFound()
    const page = (
      <TopicPage
        language={language}
        town={townFace(c)}
        officialName={town.officialName}
        topic={topicOf(c, category)}
        department={departmentOf(c, category)}
        exceptions={exceptionsOf(town, category, language)}
        {...(await publicSide(c, category))}
        notJoined={notJoined(c)}
      />
    )
    const { topics: text } = words(language)
    const name = plainWord(category.name[language])
    const title = category.kind === 'service_order' ? text.orderTitle(name, town) : text.reportTitle(name, town)
    const options = {
      title,
      description: text.topicDescription(name, town),
      canonicalPath: `/themen/${category.key}`,
      feed: category.disclosure === 'never' ? undefined : { category: category.key },
      noindex: !town.member,
    }
    return sendPage(c, documentOf(c, options, page))
  })

/** In the catalogue's order; what is never public is there too, since it can be reported. */
function groupsOf(c: C, q: string | undefined): TopicGroup[] {
  const { town, language, deps } = c.var
  const today = dayOf(deps.now())
  const groups = new Map<string, TopicGroup>()
  for (const category of town.categories.filter((one) => !q || fitsCategory(one, q))) {
    const { key, group, groupName, name, icon } = category
    const entry = groups.get(group) ?? { key: group, name: groupName[language], topics: [] }
    entry.topics.push({ key, name: name[language], icon, resting: restingReason(language, category, today) })
    groups.set(group, entry)
  }
  return [...groups.values()]
}

function topicOf(c: C, category: Category) {
  const { town, language, deps } = c.var
  const { key, kind, disclosure, contact, answerWithin, emergency, name, notice, instantAnswer } = category
  return {
    ...{ key, kind, disclosure, contact, answerWithin },
    name: name[language],
    notice: notice?.[language],
    instantAnswer: instantAnswer?.[language],
    isDangerous: emergency.length > 0,
    onCall: (emergency.includes('on_call') && onCallOf(town, category)) || undefined,
    resting: restingReason(language, category, dayOf(deps.now())),
  }
}

function departmentOf(c: C, category: Category) {
  const { town } = c.var
  const owner = ownerOf(town, category.key) ?? dispatcherOf(town)
  const { name, phone, hours } = town.departments.find(({ key }) => key === owner)!
  return { name, phone, hours }
}

/** What everybody may see of the category. Of what is never public not even a number is asked. */
async function publicSide(c: C, { key, disclosure }: Category) {
  if (disclosure === 'never') return { durations: null, reports: [], total: 0 }
  return inTransaction(c.var.ctx, async (ctx) => {
    const { items } = await listPublicReports(ctx, ListReports.parse({ category: key, limit: ROWS }))
    return {
      durations: await categoryDurations(ctx, key),
      reports: items.map((report) => reportRow(c, report)),
      total: await countPublicReports(ctx, { category: key }),
    }
  })
}
