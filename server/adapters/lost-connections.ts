/**
 * postgres.js 3.4 goes on writing to a connection that has closed under a transaction. That ends the whole process
 * (porsager/postgres#1154, #1208), or lands in somebody else's transaction on the new connection (#1216). Here nothing
 * is said any more once a connection is lost, and its pool is left.
 */
import type { Sql, TransactionSql } from 'postgres'

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
type Work = (sql: TransactionSql) => Promise<unknown>

/** @param onLost may be called several times for one client: each of its connections can be lost */
export function quietWhenLost(client: Sql, onLost: () => void): Sql {
  async function begin(work: Work) {
    const link: Link = { hasBegun: false, isLost: false }
    try {
      return await client.begin((sql) => {
        link.hasBegun = true
        return withoutLastWord(work(watched(sql, link)), link)
      })
    } catch (error) {
      link.isLost ||= isLost(error) || (!link.hasBegun && isBare(error))
      if (!link.isLost) throw error
      onLost()
      throw isLost(error) ? error : lost(error)
    }
  }
  return new Proxy(client, { get: (own, name) => (name === 'begin' ? begin : Reflect.get(own, name)) })
}

/** Nothing reaches a lost connection, whatever the work still wants of it. */
function watched(sql: TransactionSql, link: Link): TransactionSql {
  const unsafe: TransactionSql['unsafe'] = (...statement) => {
    if (link.isLost) throw lost()
    const query = sql.unsafe(...statement)
    query.catch((error) => {
      link.isLost ||= isLost(error) || isBare(error)
    })
    return query as never
  }
  return new Proxy(sql, { get: (own, name) => (name === 'unsafe' ? unsafe : Reflect.get(own, name)) })
}

/** Failed work is followed by a ROLLBACK. On a lost connection it never ends instead; its closing ends the transaction. */
const withoutLastWord = (work: Promise<unknown>, link: Link) =>
  work.catch((error) => {
    if (!link.isLost && !isLost(error)) throw error
    return new Promise(() => undefined)
  })
