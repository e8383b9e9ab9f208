/** The report form as a browser without script walks it, step by step. */
import { type FormStep, STEP_PATHS } from '../../client/paths.ts'
import { IN_FIRST_TOWN } from './reports.ts'
import { FIRST_TOWN, PUBLIC_URL, type World } from './world.ts'

type Fields = Record<string, string | string[]>
export type Answered = { status: number; location: string; text: string }

/** What a report of the first town needs, by step. */
export const POTHOLE = {
  describe: { description: 'Tiefes Loch vor der Haltestelle' },
  place: { lat: String(IN_FIRST_TOWN.lat), lon: String(IN_FIRST_TOWN.lon) },
  category: { category: 'pothole', asked: 'pothole', 'answers.size': 'wheel' },
  similar: {},
  contact: { do: 'none' },
  check: {},
} satisfies Record<FormStep, Fields>

/** Several years of reports nearby are all something else. */
const OTHERS = /name="others" value="(\d+)"/g

export function reportPath(world: Pick<World, 'app'>, town = FIRST_TOWN) {
  const start = `/${town}/melden`
  const ask = async (path: string, fields?: Fields): Promise<Answered> => {
    const body =
      fields &&
      new URLSearchParams(Object.entries(fields).flatMap(([key, all]) => [all].flat().map((one) => [key, one])))
    const answer = await world.app.fetch(new Request(PUBLIC_URL + path, { method: body ? 'POST' : 'GET', body }))
    return { status: answer.status, location: answer.headers.get('Location') ?? '', text: await answer.text() }
  }
  let draft = ''
  const pathOf = (step: FormStep) => `${draft}/${STEP_PATHS[step]}`
  return {
    ask,
    /** Secret address of the draft. */
    draft: () => draft,
    open: (query = '') => ask(start + query),
    async begin(fields: Fields = POTHOLE.describe): Promise<Answered> {
      const answer = await ask(start, fields)
      draft =
        /^(\S+\/melden\/[\w-]{43})/.exec(answer.location)?.[1] ??
        /action="(\S+?)\/beschreiben"/.exec(answer.text)?.[1] ??
        ''
      return answer
    },
    /** Goes on with a draft that was moved here. */
    take(path: string) {
      draft = path
    },
    get: (step: FormStep, query = '') => ask(pathOf(step) + query),
    post: (step: FormStep, fields: Fields = {}) => ask(pathOf(step), fields),
    /** All steps up to this one, with what differs from a pothole. */
    async walkTo(end: FormStep, different: Partial<Record<FormStep, Fields>> = {}): Promise<void> {
      await this.begin({ ...POTHOLE.describe, ...different.describe })
      for (const step of ['place', 'category', 'similar', 'contact'] as const) {
        if (step === end) return
        const others: Fields = step === 'similar' ? { others: await this.others() } : {}
        await this.post(step, different[step] ?? { ...POTHOLE[step], ...others })
      }
    },
    async others(): Promise<string[]> {
      return [...(await this.get('similar')).text.matchAll(OTHERS)].map(([, number]) => number!)
    },
    /** The whole way. Returns the answer to "send". */
    async send(different: Partial<Record<FormStep, Fields>> = {}): Promise<Answered> {
      await this.walkTo('check', different)
      return this.post('check')
    },
  }
}
