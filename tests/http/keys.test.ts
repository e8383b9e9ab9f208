/** Keys for other systems: who makes them, what is shown when, and what they are good for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listKeys } from '../../server/keys/list-keys.ts'
import { callsOf } from '../support/calls.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

const PAGE = `/amt/${FIRST_TOWN}/schnittstellen`
const KEY = /aw_[\w-]{40,}/
const APP = { name: 'Stadt-App', scopes: 'submit', department: '', perHour: '600' }

let world: World
let calls: ReturnType<typeof callsOf>
const cookies: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  calls = callsOf(world)
  for (const name of ['Clara', 'Bernd', 'Dirk'] as const) cookies[name] = await calls.signIn(world.people[name])
})
afterAll(() => world.close())

const asking = (name: string, path = PAGE) => calls.call(path, { cookie: cookies[name]! })
const sending = (name: string, body: Record<string, string>, path = PAGE) => {
  // No two at the same moment, so that the newest is one.
  world.pass(1_000)
  return calls.call(path, { cookie: cookies[name]!, body })
}
const newest = async () => (await listKeys(await world.as(world.people.Clara)))[0]!

describe('the admin’s page', () => {
  it('shows a new key once, and afterwards only how it ends', async () => {
    const made = await sending('Clara', APP)
    expect(made.status).toBe(200)
    expect(made.headers.get('Cache-Control')).toContain('no-store')
    const key = KEY.exec(made.text)![0]
    expect(made.text).toContain('Niemand kann ihn noch einmal lesen')

    const list = await asking('Clara')
    expect(list.text).not.toMatch(KEY)
    expect(list.text).toContain(`endet auf …${key.slice(-4)}`)
    expect(list.text).toContain('Stadt-App')
    expect(list.text).toContain('noch nie')
  })

  it('makes no second key of a form that is sent again, and says that the first was shown', async () => {
    const [, once] = /name="once" value="([\w-]{43})"/.exec((await asking('Clara')).text)!
    const form = { ...APP, name: 'Einmal', once: once! }
    expect((await sending('Clara', form)).text).toMatch(KEY)
    const count = (await listKeys(await world.as(world.people.Clara))).length

    const again = await sending('Clara', form)
    expect([again.status, again.headers.get('Location')]).toEqual([303, `${PAGE}?getan=gezeigt`])
    expect((await asking('Clara', `${PAGE}?getan=gezeigt`)).text).toContain('wurde einmal gezeigt')
    expect(await listKeys(await world.as(world.people.Clara))).toHaveLength(count)
    // Gone back and written anew, it is another key.
    expect((await sending('Clara', { ...form, name: 'Zweimal' })).text).toMatch(KEY)
    expect((await asking('Clara')).text).not.toContain(once)
  })

  it('brings a form back with what was typed and what is wrong beside it', async () => {
    const { status, text } = await sending('Clara', { ...APP, name: 'Bauhof-Software', scopes: '', perHour: '0' })
    expect(status).toBe(422)
    expect(text).toContain('value="Bauhof-Software"')
    expect(text).toContain('Wählen Sie mindestens eines.')
    expect(text).toContain('href="#f-perHour"')
  })

  it('refuses a department the town does not have, and a scope there is not', async () => {
    expect((await sending('Clara', { ...APP, department: 'no-such' })).status).toBe(422)
    expect((await sending('Clara', { ...APP, scopes: 'submit,everything' })).status).toBe(422)
  })

  it('asks before a key ends, then says that it has, and a second time there is nothing to end', async () => {
    await sending('Clara', { ...APP, name: 'Alte App' })
    const { id } = await newest()
    const end = `${PAGE}/schluessel/${id}/ende`
    expect((await asking('Clara', end)).text).toContain('Schlüssel für Alte App beenden')
    expect((await newest()).endedAt).toBeNull()

    const ended = await sending('Clara', {}, end)
    expect([ended.status, ended.headers.get('Location')]).toEqual([303, `${PAGE}?getan=beendet`])
    expect((await asking('Clara', `${PAGE}?getan=beendet`)).text).toContain('Der Schlüssel gilt nicht mehr.')
    expect((await newest()).endedAt).not.toBeNull()
    expect((await sending('Clara', {}, end)).status).toBe(404)
  })

  it('is for the town’s admin alone: a clerk is refused, the neighbour’s admin finds nothing', async () => {
    const before = (await listKeys(await world.as(world.people.Clara))).length
    await sending('Clara', APP)
    const end = `${PAGE}/schluessel/${(await newest()).id}/ende`
    for (const [name, status] of [
      ['Bernd', 403],
      ['Dirk', 404],
    ] as const) {
      expect([name, (await asking(name)).status, (await sending(name, APP)).status]).toEqual([name, status, status])
      expect([name, (await sending(name, {}, end)).status]).toEqual([name, status])
    }
    expect((await sending('Dirk', {}, end.replace(FIRST_TOWN, NEIGHBOUR))).status).toBe(404)
    const after = await listKeys(await world.as(world.people.Clara))
    expect([after.length, after[0]!.endedAt]).toEqual([before + 1, null])
  })

  it('leaves a line for whoever watches over it, without the key', async () => {
    const { text } = await sending('Clara', APP)
    const key = KEY.exec(text)![0]
    const lines = world.logLines.filter(({ facts }) => facts.event === 'key_made')
    expect(lines.at(-1)!.facts).toMatchObject({ town: FIRST_TOWN, by: world.people.Clara.id })
    expect(JSON.stringify(world.logLines)).not.toContain(key)
  })
})
