/** What stands in a table under a key from outside: its own lines only, never what every object has. */
export const among = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
