/** Where a list goes on: a moment and the number of the last report shown. Opaque to whoever reads the list. */
import { invalid } from '../errors.ts'

/** Numbers are integers of the database. */
const HIGHEST_NUMBER = 2_147_483_647

export type Place = { at: Date; number: number }

export const cursorOf = ({ at, number }: Place): string => btoa(`${at.toISOString()}|${number}`)

/** @throws invalid `/cursor` for a cursor that is not one of ours */
export function placeOf(cursor: string): Place {
  const [when, digits] = decode(cursor).split('|')
  const at = new Date(when ?? '')
  const number = Number(digits)
  if (Number.isNaN(at.getTime()) || !Number.isInteger(number) || Math.abs(number) > HIGHEST_NUMBER) {
    throw invalid([{ pointer: '/cursor', reason: 'cursor_wrong' }])
  }
  return { at, number }
}

function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}
