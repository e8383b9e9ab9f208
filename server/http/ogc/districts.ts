/** The collection `bezirke`: the parts of the town that have a boundary of their own. */
import type { MultiPolygon, Polygon } from 'geojson'
import type { District } from '../../../tenants/schema.ts'
import { invalid, notFound } from '../../errors.ts'
import { asMalformed } from '../strict-query.ts'
import type { Collection, Feature } from './collection.ts'
import { meetsBox } from './meets-box.ts'

const properties: Collection['properties'] = {
  key: { type: 'string' },
  name: { type: 'string' },
  area: { type: 'number' },
}

export const bezirke: Collection = {
  id: 'bezirke',
  filters: {},
  properties,
  featureId: { type: 'string' },
  bounds: (c) => c.var.town.bounds,
  since: async () => null,
  // Without a time of their own they match every datetime.
  async read(c, { bbox, limit, cursor = '0' }) {
    if (!/^\d{1,6}$/.test(cursor)) asMalformed(invalid([{ pointer: '/cursor', reason: 'cursor_wrong' }]))
    const from = Number(cursor)
    const found = c.var.town.districts.filter(({ geometry }) => !bbox || meetsBox(geometry as Area, bbox))
    const features = found.slice(from, from + limit).map(featureOf)
    const next = from + limit < found.length ? String(from + limit) : null
    return { features, matched: found.length, next, previous: from > 0 ? String(Math.max(0, from - limit)) : null }
  },
  async get(c, id) {
    const district = c.var.town.districts.find(({ key }) => key === id)
    if (!district) throw notFound()
    return featureOf(district)
  },
}

type Area = Polygon | MultiPolygon

const featureOf = ({ key, name, area, geometry }: District): Feature => ({
  type: 'Feature',
  id: key,
  geometry,
  properties: { key, name, area },
})
