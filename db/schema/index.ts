/** Every table, for drizzle and for the tests that hold all tables to the rules. */
export * from './events.ts'
export * from './intake.ts'
export * from './interfaces.ts'
export * from './platform.ts'
export * from './reports.ts'
