import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { AddressField } from '../ui/AddressField.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { IntakeCaller } from './IntakeCaller.tsx'
import { IntakeCategoryFields, IntakeQuestions } from './IntakeCategory.tsx'
import { IntakeElsewhere, IntakeStop } from './IntakeHold.tsx'
import { IntakeKnown } from './IntakeKnown.tsx'
import { IntakeRow } from './IntakeRow.tsx'
import type { IntakePageProps } from './intake-props.ts'
import { KeyCap } from './KeyCap.tsx'
import { StaffHeader } from './StaffHeader.tsx'

const MOST_TEXT = 4000

/**
 * One report of somebody else on one screen, in the order of a conversation. Buttons: `step=save`, `step=questions`,
 * `step=send-anyway` after the call, `step=stay` and `step=move` at a border, `step=call:{number}` for what is known.
 */
export function IntakePage(page: IntakePageProps) {
  const { frame, town, values, errors, said } = page
  const { common, intake: w } = words(frame.language)
  const knownWords = { unplaced: w.knownUnplaced, none: w.knownNone, addCall: w.addCall, openNew: w.openNew }
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} search={{ action: clerk.queue(town.key), keep: { view: 'open' } }} />
      <main id="inhalt" tabIndex={-1}>
        <form
          class="intake"
          method="post"
          action={clerk.intake(town.key)}
          noValidate
          data-intake={town.key}
          data-nearby={clerk.nearby(town.key)}
          data-draft
          data-busy={w.saving}
        >
          {/* Enter in a field presses the first button of a form: it saves, and does not just load questions. */}
          <button type="submit" class="sr" name="step" value="save" tabIndex={-1} aria-hidden="true" />
          <Hidden {...page} />
          <div class="intake__form">
            <ErrorSummary title={common.checkFields(errors.length)} errors={errors} />
            {said && (
              <div data-done>
                <Note tone="ok" role="status" title={said} />
              </div>
            )}
            <IntakeStop {...page} />
            <IntakeElsewhere {...page} />
            <div>
              <h1>{w.title}</h1>
              <p class="meta">{w.lead}</p>
            </div>
            <IntakeRow jump="1">
              <AddressField
                language={frame.language}
                base={clerk.base(town.key)}
                name="address"
                label={w.address}
                hint={w.addressHint}
                value={values.address}
                error={problemOf(errors, 'address')}
              />
            </IntakeRow>
            <IntakeCategoryFields {...page} />
            <IntakeRow jump="3">
              <TextArea
                name="description"
                label={page.chosen?.kind === 'service_order' ? w.remark : w.description}
                value={values.description}
                error={problemOf(errors, 'description')}
                rows={2}
                maxLength={MOST_TEXT}
              />
            </IntakeRow>
            <div id="fragen" class="intake__part">
              <IntakeQuestions {...page} />
            </div>
            <IntakeCaller {...page} />
            <Send {...page} />
          </div>
          <div class="intake__aside">
            <section aria-labelledby="karte">
              <h2 id="karte" class="sr">
                {w.mapOf}
              </h2>
              {page.map}
            </section>
            <section aria-labelledby="bekannt">
              <h2 id="bekannt">{w.known}</h2>
              <p
                class="sr"
                role="status"
                data-known-said
                data-one={w.knownCount(1)}
                data-several={w.knownCount(0).replace('0', '{n}')}
                data-none={w.knownNone}
                data-failed={w.knownFailed}
              />
              <div data-known data-words={JSON.stringify(knownWords)}>
                <IntakeKnown words={knownWords} known={page.known} />
              </div>
            </section>
          </div>
        </form>
      </main>
    </ClerkDocument>
  )
}

function Hidden({ values, idempotencyKey, placed, townChosen }: IntakePageProps) {
  return (
    <>
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="lat" value={values.lat ?? ''} />
      <input type="hidden" name="lon" value={values.lon ?? ''} />
      <input type="hidden" name="placed" value={placed ?? ''} />
      {townChosen && <input type="hidden" name="townChosen" value="yes" />}
    </>
  )
}

function Send({ frame, town }: IntakePageProps) {
  const { intake: w } = words(frame.language)
  return (
    <div class="intake__send">
      <button class="btn btn--primary" type="submit" name="step" value="save">
        <Icon name="check" size="l" />
        <span>{w.save}</span>
        <KeyCap>Strg ↵</KeyCap>
      </button>
      <a class="btn btn--quiet" href={clerk.intake(town.key)} data-discard>
        <span>{w.discard}</span>
      </a>
    </div>
  )
}
