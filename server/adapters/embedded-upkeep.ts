/**
 * What Postgres has a process of its own for (autovacuum) and the embedded one has not: room that old rows leave is
 * used again, and plans follow what the tables hold. Without it the files grow with every change.
 */
import type { PGlite } from '@electric-sql/pglite'

/** A start has other things to do; and whoever only tries it out is gone by then. */
const FIRST_MS = 10 * 60_000
const AGAIN_MS = 24 * 60 * 60_000

const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`

type Upkeep = { mayWrite: () => Promise<boolean>; onTrouble: (error: unknown) => void }

/**
 * Ten minutes after the start and then daily. Table by table, so that whoever comes meanwhile waits for one at most.
 * @returns stops it after the table it is at
 */
export function startUpkeep(
  client: Pick<PGlite, 'query' | 'exec'>,
  { mayWrite, onTrouble }: Upkeep,
  { firstMs = FIRST_MS, againMs = AGAIN_MS } = {},
): () => Promise<void> {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let timer = setTimeout(next, firstMs)
  async function round() {
    const { rows } = await client.query<{ name: string }>(TABLES)
    for (const { name } of rows) {
      if (isStopped || !(await mayWrite())) return
      await client.exec(`vacuum (analyze) ${name}`)
    }
  }
  function next() {
    running = round()
      .catch(onTrouble)
      .then(() => {
        if (!isStopped) timer = setTimeout(next, againMs)
      })
  }
  return () => {
    isStopped = true
    clearTimeout(timer)
    return running
  }
}
