import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import type { IntakePageProps } from './intake-props.ts'

/** Somebody may be in danger: what to tell the caller before anything is saved. */
export function IntakeStop({ frame, stops = [] }: IntakePageProps) {
  const { intake: w } = words(frame.language)
  if (stops.length === 0) return null
  const phones = [...new Set(stops.map(({ phone }) => phone))]
  return (
    <Held>
      <Note tone="bad" icon="siren" title={w.stop} role="alert">
        {stops.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
        {phones.map((phone) => (
          <p key={phone} class="intake__phone">
            {w.stopPhone(phone)}
          </p>
        ))}
        <div class="actions">
          <button class="btn btn--secondary btn--staff" type="submit" name="step" value="send-anyway">
            <span>{w.stopGoOn}</span>
          </button>
        </div>
        <p class="field__hint">{w.stopHint}</p>
      </Note>
    </Held>
  )
}

/** The place or the matter is somebody else's: who, by which number, and how it gets there. */
export function IntakeElsewhere({ frame, elsewhere, nearMetres, isOutside }: IntakePageProps) {
  const { intake: w } = words(frame.language)
  if (!elsewhere && nearMetres === undefined && !isOutside) return null
  const title = elsewhere ? (elsewhere.isCounty ? w.county : w.elsewhere)(elsewhere.name) : w.elsewhereOut
  return (
    <Held>
      <Note tone="warn" icon="map-pin" title={title} role="alert">
        {elsewhere?.phone && (
          <p>
            {w.elsewherePhone('').trim()} <PhoneLink number={elsewhere.phone} />
          </p>
        )}
        {elsewhere && <p>{elsewhere.isMember ? w.elsewhereMoveHint : w.elsewhereMail}</p>}
        {nearMetres !== undefined && <p>{w.near(nearMetres)}</p>}
        <div class="actions">
          {elsewhere?.isMember && (
            <button class="btn btn--secondary btn--staff" type="submit" name="step" value="move">
              <span>{w.elsewhereMove(elsewhere.name)}</span>
            </button>
          )}
          {nearMetres !== undefined && (
            <button class="btn btn--quiet btn--staff" type="submit" name="step" value="stay">
              <span>{w.stay}</span>
            </button>
          )}
        </div>
      </Note>
    </Held>
  )
}

/** Takes the focus, so that whoever types hears and sees at once that nothing is saved. */
function Held({ children }: { children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: somebody is on the phone, and this must be said before anything else
    <div class="intake__held" tabIndex={-1} autoFocus>
      {children}
    </div>
  )
}
