/** What the surroundings cannot do right now is told as such: nothing was done, and it may be tried again. */
import { AppError } from '../errors.ts'

/**
 * SQLSTATE classes (Postgres manual, appendix A): 08 connection, 25006 read-only after a failover, 53 resources such as
 * a full disk, 57P shut down or starting, 58 system.
 */
const SQL_STATE = /^(08...|25006|53...|57P0.|58...)$/
/** Of Node's sockets and files, and of postgres.js. */
const CODES =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_AGAIN|ENOSPC|EDQUOT|EIO|EROFS|EMFILE|ENFILE|CONNECT\w+)$/

/** @throws AppError unavailable where the database could not be reached or has no room; anything else as it is */
export async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isOutOfReach(error) ? new AppError('unavailable', 'unavailable', { cause: error }) : error
  }
}

/** The database layer wraps what its driver says. */
function isOutOfReach(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown }
    if (typeof code === 'string' && (SQL_STATE.test(code) || CODES.test(code))) return true
  }
  return false
}
