/** What every step's page is made from. */
import type { Context } from 'hono'
import type { FoundPlaces } from '../../../../client/citizen/form/PlaceStep.tsx'
import type { StepFrameProps } from '../../../../client/citizen/form/StepFrame.tsx'
import type { KeptPhoto } from '../../../../client/citizen/PhotoField.tsx'
import type { Standing } from '../../../drafts/check-draft.ts'
import type { DraftFields } from '../../../drafts/draft-fields.ts'
import type { AppEnv } from '../../app-env.ts'

export type C = Context<AppEnv>

export type StepView = {
  frame: StepFrameProps
  fields: DraftFields
  /** Absent on the first page, before anything was sent. */
  token?: string
  photos: KeptPhoto[]
  uploadPath: string
  standing: Standing
  /** Addresses that were looked for without script. */
  found?: FoundPlaces
  /** The button's word, when the step is changed from the last one. */
  next: string
}
