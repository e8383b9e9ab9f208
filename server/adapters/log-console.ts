/** Structured log where there is no process to write for: one JSON line each, by the runtime's console. */
import type { Log } from '../ports.ts'

const line = (level: string) => (facts: Record<string, unknown>, message: string) =>
  // biome-ignore lint/suspicious/noConsole: workerd's console is its log
  console.log(JSON.stringify({ level, time: new Date().toISOString(), ...facts, msg: message }))

export const consoleLog: Log = {
  info: line('info'),
  warn: line('warn'),
  error: line('error'),
  within: (_facts, work) => work(),
}
