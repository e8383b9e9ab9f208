/** Einfache Sprache: one fact per sentence, short common words, long words split with a hyphen. */
/** Commands and checks are read by town halls: in German. */
export { check } from '../de/check.ts'
export { directory } from '../de/directory.ts'
export { terminal } from '../de/terminal.ts'
export { citizen } from './citizen.ts'
export { clerk } from './clerk.ts'
export { common } from './common.ts'
export { errors } from './errors.ts'
export { form } from './form.ts'
export { mail } from './mail.ts'
export { map } from './map.ts'
export { status } from './status.ts'
