import type { ComponentChildren } from 'preact'
import { words } from '../../i18n/index.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceRows } from '../../ui/Choices.tsx'
import { PlaceFields } from '../PlaceFields.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

/** Addresses that the words may mean; `value` goes back as `found`. */
export type FoundPlaces = { value: string; label: string; isOutside?: boolean }[]

export type PlaceStepProps = StepFrameProps & {
  values: { lat?: string; lon?: string; accuracy?: string; placeSource?: string; address?: string }
  found?: FoundPlaces
  /** Street and number, as for an order that belongs to a house. */
  isAddressOnly?: boolean
  /** Absent: words only. */
  map?: ComponentChildren
  /** The same question with or without the map. */
  switchHref?: string
  next: string
}

export function PlaceStep({ values, found, isAddressOnly, map, switchHref, next, ...frame }: PlaceStepProps) {
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
      {!isAddressOnly && (
        <noscript>
          <Button name="do" value="search" kind="secondary" size="s">
            {steps.findPlace}
          </Button>
        </noscript>
      )}
      {found?.length === 0 && <p role="status">{steps.nothingFound}</p>}
      {found && found.length > 0 && (
        <ChoiceRows
          name="found"
          label={steps.foundPlaces}
          value={found[0]?.value}
          choices={[
            ...found.map(({ value, label, isOutside }) => ({
              value,
              label,
              hint: isOutside ? words(language).place.field.outside : undefined,
            })),
            { value: '', label: steps.noneOfThem },
          ]}
        />
      )}
      {switchHref && (
        <p class="steps__switch">
          <a href={switchHref}>{map ? steps.withoutMap : steps.withMap}</a>
        </p>
      )}
    </StepFrame>
  )
}
