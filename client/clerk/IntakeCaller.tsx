import { words } from '../i18n/index.ts'
import { problemOf } from '../ui/field.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { IntakeRow } from './IntakeRow.tsx'
import { CALLER_CHANNELS, type IntakePageProps } from './intake-props.ts'

/** Who it was, by which way they came, and in which language they hear of it. */
export function IntakeCaller(page: IntakePageProps) {
  const { frame, channel } = page
  const { intake: w } = words(frame.language)
  return (
    <>
      <div id="kontakt" class="intake__part">
        {page.chosen?.contact === 'none' ? <p class="meta">{w.contactNone}</p> : <Contact {...page} />}
      </div>
      <IntakeRow jump="9">
        <fieldset class="field">
          <legend class="field__label">{w.channel}</legend>
          <div class="intake__tiles">
            {CALLER_CHANNELS.map((key) => (
              <label key={key} class="intake__tile">
                <input type="radio" name="channel" value={key} checked={key === channel} />
                <span>{w.channels[key]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </IntakeRow>
    </>
  )
}

function Contact({ frame, town, chosen, values, errors, language, languages }: IntakePageProps) {
  const { intake: w, common } = words(frame.language)
  const isRequired = chosen?.contact === 'required'
  const optional = isRequired ? undefined : common.optional
  const field = (name: 'phone' | 'email' | 'name') => ({
    name,
    label: w[name],
    value: values[name],
    error: problemOf(errors, name),
    // A clerk's browser must not offer the clerk's own data.
    autoComplete: 'off',
  })
  return (
    <fieldset class="intake__caller">
      <legend class="field__label">
        {w.caller}
        {optional && <span class="field__optional"> ({optional})</span>}
      </legend>
      {isRequired && <p class="field__hint">{w.contactRequired}</p>}
      <div class="intake__pair">
        <IntakeRow jump="5">
          <TextField {...field('name')} />
        </IntakeRow>
        <IntakeRow jump="6">
          <TextField {...field('phone')} type="tel" />
        </IntakeRow>
        <IntakeRow jump="7">
          <TextField {...field('email')} type="email" />
        </IntakeRow>
        <IntakeRow jump="8">
          <Select name="language" label={w.language} value={language} options={languages} />
        </IntakeRow>
      </div>
      <p class="field__hint">{w.readOut(town.keepMonths)}</p>
    </fieldset>
  )
}
