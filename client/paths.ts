/** Every address of the product, built in one place. `base` is `/{town}`, or empty on a town's own host. */

type Query = Record<string, string | undefined>

/** The chosen language is kept by the server in every link (server/http/respond.ts), so no address here carries it. */
export const town = (base: string) => ({
  start: (filter: Query = {}) => `${base}/${query(filter)}`,
  report: (prefill: Query = {}) => `${base}/melden${query(prefill)}`,
  draft: (draft: string) => `${base}/melden/${draft}`,
  reports: (filter: Query = {}) => `${base}/anliegen${query(filter)}`,
  publicReport: (number: number) => `${base}/anliegen/${number}`,
  tracking: (token: string) => `${base}/verfolgen/${token}`,
  answer: (token: string) => `${base}/verfolgen/${token}/antwort`,
  wish: () => `${base}/wunsch`,
  theme: (version: string) => `${base}/theme.css?v=${version}`,
  logo: () => `${base}/logo.svg`,
})

export const platform = {
  start: () => '/',
  search: (q: string) => `/${query({ q })}`,
}

export const clerk = {
  signIn: () => '/amt/anmelden',
  signOut: () => '/amt/abmelden',
  home: () => '/amt',
  queue: (town: string, filter: Query = {}) => `/amt/${town}/anliegen${query(filter)}`,
  report: (town: string, number: number) => `/amt/${town}/anliegen/${number}`,
  /** State changes are nouns below the report: `closure`, `assignment`, … */
  action: (town: string, number: number, noun: string) => `/amt/${town}/anliegen/${number}/${noun}`,
}

export const api = {
  report: (town: string, number: number) => `/api/v1/towns/${town}/reports/${number}`,
  map: (town: string) => `/api/v1/towns/${town}/map`,
  towns: (params: Query = {}) => `/api/v1/towns${query(params)}`,
}

/** `?a=1&b=2` of what is set, or nothing. */
function query(params: Query): string {
  const set = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  )
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
