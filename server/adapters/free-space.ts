/** Room on the disk that has to be left: a database that cannot write its log ends in the middle of a word. */
import { statfs } from 'node:fs/promises'

/** Three segments of Postgres' write-ahead log, of 16 MB each. */
export const RESERVE_BYTES = 48 * 1024 * 1024

/** Of the file system a folder lies on, for those who are not root. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
