/** A town's own host: the same pages without the town in the path. */
import type { Deps } from './app-env.ts'

/** First segment of the inner address; `~` is no town key, so nothing outside can have it. */
export const OWN_HOST = '~'

/** `https://melden.town.example/melden` → `/~/town/melden`. Requests to any other host stay as they are. */
export async function onTownHost(request: Request, { registry, publicUrl }: Deps): Promise<Request> {
  const url = new URL(request.url)
  if (url.hostname === new URL(publicUrl).hostname || isShared(url.pathname)) return request
  const town = await registry.townByHost(url.hostname)
  if (!town) return request
  url.pathname = `/${OWN_HOST}/${town.key}${url.pathname}`
  return new Request(url, request)
}

/** Addresses that are the same on every host. */
function isShared(pathname: string): boolean {
  return /^\/(api|assets|healthz|readyz|metrics)(\/|$)/.test(pathname)
}
