import { AppError } from '../../errors.ts'

/** @throws malformed */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('malformed', 'malformed')
  }
}
