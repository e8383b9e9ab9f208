/** Gaps in a text module: `[wann]`, `[…]`. What has one is not ready to be sent. */
const GAP = /\[[^[\]\n]{1,60}\]/g

export const gapsIn = (text: string): string[] => text.match(GAP) ?? []
