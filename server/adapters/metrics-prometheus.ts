/** Figures in the text format of Prometheus. What they are called is a contract with whoever has alarms on them. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../../db/client.ts'
import { DeliveryError } from '../errors.ts'
import type { DueFigure, Mailer, Metrics } from '../ports.ts'

/** From a warm page to what somebody complains about. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Anything else a stranger may send is one value, or they could fill the memory. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

type PrometheusMetrics = Metrics & {
  /** Counts what is handed over to the mail server, and what not. */
  ofMailer: (mailer: Mailer) => Mailer
  /** Measures units of work from their beginning to their commit, with the wait for a connection. */
  ofDatabase: (database: Database) => Database
}

export function prometheusMetrics(): PrometheusMetrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  // nodejs_eventloop_lag_*, process_resident_memory_bytes, process_cpu_seconds_total and their like.
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'anliegenwerk_requests_total',
    help: 'Requests answered, by pattern of the route, method and status',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'anliegenwerk_request_duration_seconds',
    help: 'From the request to its answer, by pattern of the route and method',
    labelNames: ['route', 'method'],
    buckets: SECONDS,
    registers,
  })
  const work = new Histogram({
    name: 'anliegenwerk_database_work_seconds',
    help: 'Units of work of the database, with the wait for a connection; failed are those that were rolled back',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  })
  const mails = new Counter({
    name: 'anliegenwerk_mails_total',
    help: 'Mails sent, put off for another try, and refused for good',
    labelNames: ['outcome'],
    registers,
  })
  const gaugeByKind = (name: string, help: string) => new Gauge({ name, help, labelNames: ['kind'], registers })
  const waiting = gaugeByKind('anliegenwerk_due_work_waiting', 'Work of the clock whose time has not come yet')
  const overdue = gaugeByKind('anliegenwerk_due_work_overdue', 'Work of the clock whose time has come')
  const age = gaugeByKind('anliegenwerk_due_work_overdue_seconds', 'For how long the oldest of it has been due')
  const failed = gaugeByKind(
    'anliegenwerk_due_work_failed',
    'Work of the clock that was given up: somebody has to look',
  )

  function setDue(figures: DueFigure[]) {
    for (const gauge of [waiting, overdue, age, failed]) gauge.reset()
    for (const { kind, ...counts } of figures) {
      waiting.set({ kind }, counts.waiting)
      overdue.set({ kind }, counts.overdue)
      age.set({ kind }, counts.oldestSeconds)
      failed.set({ kind }, counts.failed)
    }
  }
  return {
    answered({ route, method, status, seconds }) {
      const known = METHODS.has(method) ? method : 'other'
      requests.inc({ route, method: known, status: String(status) })
      durations.observe({ route, method: known }, seconds)
    },
    async write(figures) {
      setDue(figures)
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
    ofMailer: (mailer) => ({
      async send(message) {
        try {
          await mailer.send(message)
          mails.inc({ outcome: 'sent' })
        } catch (error) {
          mails.inc({ outcome: error instanceof DeliveryError && error.permanent ? 'refused' : 'put_off' })
          throw error
        }
      },
    }),
    ofDatabase: (database) => ({
      ...database,
      async inTransaction(town, unit) {
        const stop = work.startTimer()
        try {
          const result = await database.inTransaction(town, unit)
          stop({ outcome: 'done' })
          return result
        } catch (error) {
          stop({ outcome: 'failed' })
          throw error
        }
      },
    }),
  }
}
