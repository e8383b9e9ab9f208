/** When every test begins: a Monday morning without holidays around it. */
export const START = new Date('2026-11-16T08:00:00Z')
