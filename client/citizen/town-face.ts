import type { TownKind } from '../i18n/index.ts'

/** What pages know of their town. */
export type TownFace = {
  key: string
  name: string
  kind: TownKind
  /** `/{town}`, or empty on the town's own host. */
  base: string
}

/** What the frame around a page knows besides. */
export type PageTown = TownFace & {
  officialName: string
  logoHref?: string
  phone?: string
  email: string
  isMember: boolean
}

/** Places of the main menu. */
export type Spot = 'start' | 'reports' | 'report'
