/** Structured log on Node. */
import pino from 'pino'
import type { Log } from '../ports.ts'

export function pinoLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
}
