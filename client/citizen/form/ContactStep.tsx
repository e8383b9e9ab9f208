import { words } from '../../i18n/index.ts'
import { town as addresses } from '../../paths.ts'
import { problemOf } from '../../ui/field.ts'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

export type ContactStepProps = StepFrameProps & {
  values: { name?: string; email?: string; phone?: string }
  /** Said before: no. */
  isDeclined?: boolean
  /** Without a way to answer this category cannot be worked on. */
  isRequired?: boolean
  /** Months after closing for which the town keeps contact data. */
  keepMonths?: number
  next: string
}

/** Two ways of equal rank, each one press: the field of the first is in it, the second goes on at once. */
export function ContactStep({ values, isDeclined, isRequired, keepMonths, next, ...frame }: ContactStepProps) {
  const { language, town, errors } = frame
  const { common, form, steps } = words(language)
  const field = (name: 'email' | 'name' | 'phone') => ({
    name,
    label: form[name],
    value: values[name],
    error: problemOf(errors, name),
    optional: name === 'email' || isRequired ? undefined : common.optional,
  })
  const isOpen = isRequired || Boolean(values.name || values.phone || problemOf(errors, 'phone'))
  return (
    <StepFrame
      {...frame}
      title={isRequired ? form.contactRequired : form.contact}
      lead={isRequired ? form.contactRequiredHint : undefined}
      next={{ label: next }}
    >
      <div class="ways">
        <div class="way way--mail">
          {!isRequired && (
            <>
              <h2 class="way__title">{steps.byMail}</h2>
              <p class="choice__hint">{steps.byMailHint}</p>
            </>
          )}
          <TextField {...field('email')} type="email" autoComplete="email" />
          <details class="fold fold--quiet" open={isOpen}>
            <summary>
              <span class="fold__name">{steps.nameOrPhone}</span>
              <Icon name="chevron-down" />
            </summary>
            <TextField {...field('name')} optional={common.optional} autoComplete="name" />
            <TextField {...field('phone')} type="tel" autoComplete="tel" />
          </details>
        </div>
        {!isRequired && (
          <button type="submit" class={`way way--none${isDeclined ? ' is-chosen' : ''}`} name="do" value="none">
            <span class="way__title" data-label>
              {steps.noContact}
            </span>
            <span class="choice__hint">{steps.noContactHint}</span>
          </button>
        )}
      </div>
      <p class="aside-line">
        <Icon name="lock" />
        <span>
          {keepMonths ? form.privacyKept(keepMonths) : form.privacy} {form.privacyNotice}{' '}
          <a href={addresses(town.base).privacy()}>{common.legal.privacy}</a>.
        </span>
      </p>
    </StepFrame>
  )
}
