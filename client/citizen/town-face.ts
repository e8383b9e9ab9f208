import type { TownKind } from '../i18n/index.ts'

/** What pages know of their town. */
export type TownFace = {
  key: string
  name: string
  kind: TownKind
  /** `/{town}`, or empty on the town's own host. */
  base: string
}

/** A town that has not joined. Without an address its town hall gets nothing. */
export type NotJoinedTown = { reachable: boolean }

/** What the frame around a page knows besides. */
export type PageTown = TownFace & {
  officialName: string
  logoHref?: string
  phone?: string
  /** Absent when nobody knows it. */
  email?: string
  /** Absent for a member. */
  notJoined?: NotJoinedTown
}

/** Places of the main menu. */
export type Spot = 'start' | 'reports' | 'report'
