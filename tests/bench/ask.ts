/** Requests to the application without a network between. */
import type { Stage } from './stage.ts'

export const HOST = 'http://127.0.0.1:3000'

/** @throws when the answer is not what a visitor would want */
export async function ask({ app }: Pick<Stage, 'app'>, request: Request, peer?: string): Promise<void> {
  const answer = await app.fetch(request, { peer })
  const text = await answer.text()
  if (answer.status >= 300) throw new Error(`${request.url} answered ${answer.status}: ${text.slice(0, 300)}`)
}

export const page = (path: string) => new Request(HOST + path)

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
