/** What the log may know of an unexpected error: the database layer's messages hold SQL and the values in it. */

export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const cause = error.cause instanceof Error ? (error.cause as Error & Record<string, unknown>) : undefined
  // Drizzle's own error, whose name a minified build does not keep.
  const fromDatabase = 'query' in error || typeof cause?.code === 'string'
  return {
    error: error.name,
    ...(fromDatabase
      ? {
          sqlState: cause?.code,
          constraint: cause?.constraint ?? cause?.constraint_name,
          table: cause?.table ?? cause?.table_name,
        }
      : { message: error.message }),
    at: framesOf(error),
  }
}

/** The frames of a stack without its head, which repeats the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}
