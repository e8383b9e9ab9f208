/** The licences that towns can choose, by name, page and their address in the vocabulary of DCAT-AP.de. */
import type { Licence } from '../../tenants/schema.ts'

type Facts = {
  name: string
  url: string
  /** Whoever uses the data names the source. */
  wantsAttribution: boolean
}

export const LICENCES: Record<Licence, Facts> = {
  'dl-zero-de/2.0': {
    name: 'Datenlizenz Deutschland – Zero – Version 2.0',
    url: 'https://www.govdata.de/dl-de/zero-2-0',
    wantsAttribution: false,
  },
  'dl-by-de/2.0': {
    name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    url: 'https://www.govdata.de/dl-de/by-2-0',
    wantsAttribution: true,
  },
  'cc-by/4.0': {
    name: 'Creative Commons Namensnennung 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/deed.de',
    wantsAttribution: true,
  },
  'cc-zero': {
    name: 'Creative Commons Zero 1.0 Universell',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
    wantsAttribution: false,
  },
}

export const licenceUri = (licence: Licence) => `http://dcat-ap.de/def/licenses/${licence}`
