/** Who is in charge, and of what. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { TO_COUNTY, type Town } from '../../../tenants/schema.ts'
import { areasOf, hasArea, type Point, polygonOf } from '../../routing/place-in-town.ts'
import { categoriesOf, conditionsOf, ownerOf, partnerKey } from '../../routing/route-report.ts'
import { samplePoints } from '../area-relations.ts'
import { type Finding, met, missing, type TownFacts } from './requirement.ts'

/** An owner that names the category, or rules that leave no place out. That the dispatcher catches the rest is not enough. */
export function everyCategoryOwned({ town, boundary }: TownFacts): Finding {
  const keys = town.categories.map(({ key }) => key)
  const unowned = keys.filter((key) => ownerOf(town, key) === null)
  const places = unowned.length > 0 ? samplePoints(boundary) : []
  const gaps = unowned
    .map((key) => ({ key, where: places.filter((place) => !isRuled(town, key, place)) }))
    .filter(({ where }) => where.length > 0)
  if (gaps.length === 0) return met({ count: keys.length })
  const isPartly = gaps.some(({ where }) => where.length < places.length)
  const districts = isPartly
    ? districtsWith(
        town,
        gaps.flatMap(({ where }) => where),
      )
    : []
  return missing({ categories: gaps.map(({ key }) => key), districts })
}

/** Somebody is in charge there whatever the answers are. */
function isRuled(town: Town, category: string, place: Point): boolean {
  return town.rules.some(
    (rule) =>
      categoriesOf(rule).includes(category) &&
      conditionsOf(rule).length === 0 &&
      (!hasArea(rule) || areasOf(rule, town).some((area) => area.holds(place))),
  )
}

function districtsWith({ districts }: Town, places: Point[]): string[] {
  return districts
    .filter((district) => places.some(({ lat, lon }) => booleanPointInPolygon([lon, lat], polygonOf(district))))
    .map(({ name }) => name)
}

export function everyTargetExists({ town, hasCounty }: TownFacts): Finding {
  const exists = (to: string) => {
    const partner = partnerKey(to)
    if (to === TO_COUNTY) return hasCounty
    if (partner) return town.partners.some(({ key }) => key === partner)
    return town.departments.some(({ key }) => key === to)
  }
  const targets = [...new Set(town.rules.map(({ to }) => to).filter((to) => !exists(to)))]
  return targets.length > 0 ? missing({ targets }) : met({ count: town.rules.length })
}
