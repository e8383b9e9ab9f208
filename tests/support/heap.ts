import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes in use after a clean-up. */
export function heap(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

export const mB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
