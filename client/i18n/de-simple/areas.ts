/**
 * Einfache Sprache: one fact per sentence, short common words, long words split with a hyphen. What only town halls and
 * the operator read is the German of all of them.
 */
export { check } from '../de/check.ts'
export { conformance } from '../de/conformance.ts'
export { directory } from '../de/directory.ts'
export { join } from '../de/join.ts'
export { outside } from '../de/outside.ts'
export { plan } from '../de/plan.ts'
export { settings } from '../de/settings.ts'
export { terminal } from '../de/terminal.ts'
export { citizen } from './citizen.ts'
export { clerk } from './clerk.ts'
export { common } from './common.ts'
export { errors } from './errors.ts'
export { form } from './form.ts'
export { mail } from './mail.ts'
export { map } from './map.ts'
export { status } from './status.ts'
export { topics } from './topics.ts'
