import type { ComponentChildren } from 'preact'
import { words } from '../../i18n/index.ts'
import { PlaceFields } from '../PlaceFields.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

export type PlaceStepProps = StepFrameProps & {
  values: { lat?: string; lon?: string; address?: string }
  /** Street and number, as for an order that belongs to a house. */
  isAddressOnly?: boolean
  /** Absent: words only. */
  map?: ComponentChildren
  /** The same question with or without the map. */
  switchHref?: string
  next: string
}

export function PlaceStep({ values, isAddressOnly, map, switchHref, next, ...frame }: PlaceStepProps) {
  const { language } = frame
  const { form, steps } = words(language)
  const lead = isAddressOnly ? undefined : map ? form.placeHint : steps.withoutMapHint
  const label = isAddressOnly || !map ? steps.withoutMapNext : next
  return (
    <StepFrame
      {...frame}
      errors={frame.errors.map((one) => (one.field === 'lat' && !map ? { ...one, field: 'address' } : one))}
      title={isAddressOnly ? form.house : form.place}
      lead={lead}
      above={map}
      next={{ label }}
    >
      <PlaceFields
        language={language}
        base={frame.town.base}
        values={values}
        errors={frame.errors}
        isWordsOnly={!map}
        isHouse={isAddressOnly}
      />
      {switchHref && (
        <p class="steps__switch">
          <a href={switchHref}>{map ? steps.withoutMap : steps.withMap}</a>
        </p>
      )}
    </StepFrame>
  )
}
