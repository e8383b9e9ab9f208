/** Structured log where there is no process to write for: one JSON line each, by the runtime's console. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log } from '../ports.ts'

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
type Level = (typeof LEVELS)[number]

export function consoleLog(least: Level): Log {
  const around = new AsyncLocalStorage<Record<string, unknown>>()
  const line = (level: Level) => (facts: Record<string, unknown>, message: string) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    const whole = { level, time: new Date().toISOString(), ...around.getStore(), ...facts, msg: message }
    // biome-ignore lint/suspicious/noConsole: workerd's console is its log
    console.log(JSON.stringify(whole))
  }
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    within: (facts, work) => around.run({ ...around.getStore(), ...facts }, work),
  }
}
