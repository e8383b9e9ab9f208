/** Built files at the edge, as Node serves them: file names carry a hash of their content. */
type Assets = { fetch: (request: Request) => Promise<Response> }

/** Null for what is no such file: the application says so in its own words. */
export async function assetOf(request: Request, assets: Assets): Promise<Response | null> {
  if (!new URL(request.url).pathname.startsWith('/assets/')) return null
  const found = await assets.fetch(request)
  if (found.status === 404) return null
  const answer = new Response(found.body, found)
  answer.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
  answer.headers.set('X-Content-Type-Options', 'nosniff')
  return answer
}
