/**
 * postgres.js 3.4 goes on writing to a connection that has closed under a transaction. That ends the whole process
 * (porsager/postgres#1154, #1208), or lands in somebody else's transaction on the new connection (#1216). Here nothing
 * is said any more once a connection is lost, and its pool is left.
 */
import type { Sql, TransactionSql } from 'postgres'
import { atOnce } from './at-once.ts'

const SOCKET = /^(CONNECT\w+|ECONN\w+|EPIPE|ETIMEDOUT)$/

/** Of the socket, or Postgres' last word before it closes the connection. */
function isLost(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code, severity } = one as { code?: unknown; severity?: unknown }
    if ((typeof code === 'string' && SOCKET.test(code)) || severity === 'FATAL' || severity === 'PANIC') return true
  }
  return false
}

/** The sockets of workerd say no more than a sentence, where Node's have a code. Only of what the driver itself says. */
const isBare = (error: unknown) => error instanceof Error && error.name === 'Error' && !('code' in error)

const LOST = 'the connection was lost'
const lost = (cause?: unknown) => Object.assign(new Error(LOST, { cause }), { code: 'CONNECTION_CLOSED' })

type Link = { hasBegun: boolean; isLost: boolean }
type Work<Result> = (sql: TransactionSql) => Promise<Result>

/**
 * One transaction, as `client.begin`.
 * @param onLost may be called several times for one client: each of its connections can be lost
 */
export async function begin<Result>(client: Sql, work: Work<Result>, onLost: () => void): Promise<Result> {
  const link: Link = { hasBegun: false, isLost: false }
  try {
    return (await client.begin((sql) => {
      link.hasBegun = true
      return withoutLastWord(work(watched(sql, link)), link)
    })) as Result
  } catch (error) {
    link.isLost ||= isLost(error) || (!link.hasBegun && isBare(error))
    if (!link.isLost) throw error
    onLost()
    throw isLost(error) ? error : lost(error)
  }
}

/** Nothing reaches a lost connection, whatever the work still wants of it. */
function watched(sql: TransactionSql, link: Link): TransactionSql {
  const say = atOnce(sql)
  const unsafe: TransactionSql['unsafe'] = (...statement) => {
    if (link.isLost) throw lost()
    const query = say(...statement)
    query.catch((error) => {
      link.isLost ||= isLost(error) || isBare(error)
    })
    return query as never
  }
  return new Proxy(sql, { get: (own, name) => (name === 'unsafe' ? unsafe : Reflect.get(own, name)) })
}

/**
 * Work that ends is followed by a COMMIT, and work that fails by a ROLLBACK. On a lost connection it never ends instead:
 * the closing of the connection has ended the transaction, and told so.
 */
const withoutLastWord = async <Result>(work: Promise<Result>, link: Link): Promise<Result> => {
  try {
    const result = await work
    if (!link.isLost) return result
  } catch (error) {
    if (!link.isLost && !isLost(error)) throw error
  }
  return new Promise(() => undefined)
}
