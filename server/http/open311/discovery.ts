/** discovery.{xml,json}: where the interface is, in which formats, and since when its services are as they are. */
import { type Context, Hono } from 'hono'
import { words } from '../../../client/i18n/index.ts'
import { town as paths, platform } from '../../../client/paths.ts'
import { readChangedAt } from '../../towns/changed-at.ts'
import type { AppEnv } from '../app-env.ts'
import { absoluteUrl, townUrl } from '../urls.ts'
import { answer } from './format.ts'

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

export const discovery = new Hono<AppEnv>().on('GET', ['/discovery.xml', '/discovery.json'], async (c) => {
  const { town, deps } = c.var
  const changedAt = await readChangedAt(deps.database, town ?? null)
  // A clock that was put back must not make it a day to come.
  const changeset = new Date(Math.min(changedAt.getTime(), deps.now().getTime())).toISOString()
  const url = `${town ? townUrl(deps.publicUrl, town) : deps.publicUrl}/open311/v2`
  return answer(c, 'discovery', {
    changeset,
    ...(town ? ofTown(c) : ofPlatform(c)),
    endpoints: [
      {
        specification: SPECIFICATION,
        url,
        changeset,
        type: deps.demo ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  })
})

function ofTown({ var: { town, deps, language } }: Context<AppEnv>) {
  const { open311 } = words(language)
  const { email, phone } = town.contact
  return {
    contact: open311.contact(town.officialName, email, phone),
    key_service: open311.keyOfTown(town.officialName, email, absoluteUrl(deps.publicUrl, town, paths('').developers())),
  }
}

function ofPlatform({ var: { deps, language } }: Context<AppEnv>) {
  const { open311 } = words(language)
  const { name, email } = deps.operator
  return {
    contact: open311.contact(name ?? 'Anliegenwerk', email ?? `${deps.publicUrl}/`, undefined),
    key_service: open311.keyOfTowns(deps.publicUrl + platform.developers()),
  }
}
