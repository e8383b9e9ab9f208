/** What an isolate of 128 MB may keep of towns and addresses, with ten thousand towns in the registry. */
import { geocoderMemory } from './places/reliable-geocoder.ts'
import { registryMemory } from './towns/registry.ts'

/** Fewer than on Node: an isolate serves one corner of the country at a time, and is one of many. */
const TOWNS = 150
/** Some 70 bytes each. */
const CORNERS = 150_000

export const createIsolateMemory = () => ({
  towns: registryMemory({ towns: TOWNS, corners: CORNERS }),
  geocoder: geocoderMemory(),
  schema: { fittedAt: Number.NEGATIVE_INFINITY },
})
