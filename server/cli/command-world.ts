/** Where a command runs: which folders, who asks, when. */
export type CommandWorld = { tenantsDir: string; by: string; now: () => Date }
