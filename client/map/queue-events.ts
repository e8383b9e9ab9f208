/** How a list and the map beside it tell each other what is chosen; said on `document`. */
import type { Position, Status } from './types.ts'

/** By the list: the chosen report, and where it is if it has a place. */
export const CHOSEN = 'anliegen:gewaehlt'
export type Chosen = { number: number; status?: Status | undefined; place?: Position | undefined }

/** By the map: the number of the report whose pin was pressed. */
export const PRESSED = 'anliegen:pin'
