/** Structured log on Node: one JSON line each, with the facts of whatever it belongs to. */
import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'
import type { Log } from '../ports.ts'

type Target = { write(line: string): void }

/** @param target where lines go instead of the error output */
export function pinoLog(level: string, target: Target = pino.destination({ dest: 2, sync: true })): Log {
  const around = new AsyncLocalStorage<Record<string, unknown>>()
  const log = pino(
    // A copy: pino adds the line's own facts to what it is given here.
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin: () => ({ ...around.getStore() }) },
    target,
  )
  return {
    info: (facts, message) => log.info(facts, message),
    warn: (facts, message) => log.warn(facts, message),
    error: (facts, message) => log.error(facts, message),
    within: (facts, work) => around.run({ ...around.getStore(), ...facts }, work),
  }
}
