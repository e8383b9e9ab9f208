/** So many months later by the calendar; the last day where the month is shorter, as the database counts too. */
export function monthsAfter(when: Date, months: number): Date {
  const later = new Date(when)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(when.getUTCDate(), last))
  return later
}
