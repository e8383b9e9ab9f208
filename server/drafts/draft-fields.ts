/** What a begun report knows, by step. Each step writes only its own part, so that two tabs do not undo each other. */
import type { FormStep } from '../../client/paths.ts'

export type Step = FormStep

export type Answers = Record<string, string | string[]>

/** Words as they were typed: what is wrong in them is kept as well and told. */
export type DraftFields = {
  /** `photoPlace`: where the first photo was taken, read on the device and offered as the place. */
  describe?: { description: string; photoPlace?: { lat: string; lon: string } }
  place?: {
    lat?: string
    lon?: string
    /** Metres. */
    accuracy?: string
    /** How it came about. */
    placeSource?: string
    address?: string
    townChosen?: boolean
  }
  /** `called`: the answers say "call first", and somebody says to have done so. */
  category?: { key: string; answers: Answers; called?: boolean }
  /** Numbers of reports nearby that are something else; or the one that it is. */
  similar?: { others: number[]; followed?: number }
  contact?: { isWanted: boolean; email?: string; name?: string; phone?: string }
  /** From the link that led here: offered, not yet chosen. */
  prefill?: { category?: string; lat?: string; lon?: string }
  via?: string
}

export type Draft = {
  hash: string
  fields: DraftFields
  photos: number
  /** What became of it. */
  sentReportId: string | null
}
