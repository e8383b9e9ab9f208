import { words } from '../../i18n/index.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

export type ElsewhereStepProps = StepFrameProps & {
  /** The town or county in charge, if it is known. */
  name?: string
  isCounty?: boolean
  /** So many metres beyond the border: this town may be chosen all the same. */
  nearMetres?: number
  /** The same step with its fields. */
  changeHref: string
}

/** The place or the matter is another town's. Near the border both may be right, and people choose. */
export function ElsewhereStep({ name, isCounty, nearMetres, changeHref, ...frame }: ElsewhereStepProps) {
  const { language, town } = frame
  const { form, steps } = words(language)
  const title = name ? (isCounty ? form.county : form.elsewhere)(name) : form.justOutside
  return (
    <StepFrame {...frame} title={title}>
      {!isCounty && (
        <p class="steps__outside">
          <Icon name="map-pin" size="l" />
          {steps.outside(town.name)}
        </p>
      )}
      {name && <p>{steps.elsewhereText}</p>}
      {nearMetres !== undefined && <p>{form.nearBorder(nearMetres)}</p>}
      <div class="steps__choices">
        {name && (
          <Button name="do" value="move" size="l" wide>
            {form.move(name)}
          </Button>
        )}
        {nearMetres !== undefined && (
          <Button name="do" value="stay" size="l" wide kind="secondary">
            {form.stay(town.name)}
          </Button>
        )}
        <ButtonLink href={changeHref} kind="secondary" size="l" wide>
          {isCounty ? steps.changeAnswer : form.otherPlace}
        </ButtonLink>
      </div>
    </StepFrame>
  )
}
