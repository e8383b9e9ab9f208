import type { ComponentChildren } from 'preact'
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { EmergencyHint } from '../ui/EmergencyHint.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { type FieldProblem, fieldId, problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { CategoryChoice, type CategoryGroup } from './CategoryChoice.tsx'
import { ContactFields } from './ContactFields.tsx'
import { EmergencyStop, type Stop } from './EmergencyStop.tsx'
import { NotJoinedNote } from './NotJoined.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { type Answers, answerField, type FormQuestion, QuestionField } from './QuestionField.tsx'
import type { NotJoinedTown, TownFace } from './town-face.ts'

const MOST_TEXT = 4000

export type ReportFormProps = {
  language: Language
  town: TownFace
  groups: CategoryGroup[]
  /** The category whose questions are on the page. */
  chosen?: {
    key: string
    name: string
    notice?: string
    /** Who answers at any hour. */
    onCall?: { phone: string; hours?: string }
    questions: FormQuestion[]
    disclosure: Category['disclosure']
    place: Category['place']
    contact: Category['contact']
    kind: Category['kind']
  }
  values: {
    description?: string
    category?: string
    lat?: string
    lon?: string
    accuracy?: string
    placeSource?: string
    address?: string
    /** By question key. */
    answers?: Answers
    name?: string
    email?: string
    phone?: string
  }
  /** Fields as the form names them; `place` stands for the place as a whole. */
  errors: FieldProblem[]
  /** The place belongs to another town of the platform. */
  elsewhere?: { name: string; isCounty?: boolean }
  /** The place lies this many metres beyond the border: this town may be chosen all the same. */
  nearMetres?: number
  townChosen?: boolean
  /** Answers that say: call first. */
  stops?: Stop[]
  /** The town has not joined. */
  notJoined?: NotJoinedTown
  idempotencyKey: string
  via?: string
  keepMonths?: number
  map?: ComponentChildren
}

/** The whole report on one page. Buttons: `step=questions`, `step=send`, and `step=move` to the town in charge. */
export function ReportForm(props: ReportFormProps) {
  const { language, town, groups, values, via, map, chosen } = props
  const isAddressOnly = chosen?.place === 'address'
  const isOrder = chosen?.kind === 'service_order'
  const errors = props.errors.map(onItsField)
  const { common, form } = words(language)
  const error = (field: string) => problemOf(errors, field)
  return (
    <div class={`form-page on-ground${map ? ' form-page--map' : ''}`}>
      <form
        class="form"
        action={addresses(town.base).report()}
        method="post"
        noValidate
        data-island="FormKeeper"
        data-props={JSON.stringify({ town: town.key })}
      >
        {/* Enter in a field presses the first button of a form: it sends, and does not just load questions. */}
        <button type="submit" class="sr" name="step" value="send" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="key" value={props.idempotencyKey} />
        {via && <input type="hidden" name="via" value={via} />}
        <ErrorSummary title={common.checkFields(errors.length)} errors={errors} />
        {props.townChosen && <input type="hidden" name="townChosen" value="yes" />}
        {props.stops && props.stops.length > 0 && <EmergencyStop language={language} stops={props.stops} />}
        {(props.elsewhere || props.nearMetres !== undefined) && <Elsewhere {...props} />}
        <div class="form__head">
          <h1>{form.title}</h1>
          <p class="lead small">{form.lead}</p>
          {props.notJoined && <NotJoinedNote language={language} town={town} {...props.notJoined} />}
          <EmergencyHint words={common} />
          <p class="small">
            <a href={`${addresses(town.base).rules()}#nicht`}>{form.notFor}</a>
          </p>
        </div>
        <section class="form__part" aria-labelledby="beschreiben">
          <h2 id="beschreiben">{isOrder ? form.remark : form.describe}</h2>
          <TextArea
            name="description"
            label={form.description}
            hint={isOrder ? undefined : form.descriptionHint}
            optional={isOrder ? common.optional : undefined}
            value={values.description}
            error={error('description')}
            maxLength={MOST_TEXT}
          />
        </section>
        <div class="form__part">
          <CategoryChoice language={language} groups={groups} value={values.category} error={error('category')} />
          <Button name="step" value="questions" kind="secondary" size="s">
            {form.showQuestions}
          </Button>
        </div>
        <div id="questions">
          <Questions {...props} />
        </div>
        <div class="form__part">
          <h2 id="ort">{isAddressOnly ? form.house : form.place}</h2>
          {!isAddressOnly && <p class="field__hint">{form.placeHint}</p>}
        </div>
        {map && !isAddressOnly && <div class="form__map">{map}</div>}
        <section class="form__part form__part--goes-on" aria-labelledby="ort" data-place={chosen?.place ?? 'point'}>
          <PlaceFields
            language={language}
            base={town.base}
            values={values}
            errors={errors}
            isAddressOnly={isAddressOnly}
          />
        </section>
        <div id="contact">{chosen?.contact !== 'none' && <ContactPart {...props} errors={errors} />}</div>
        <Send {...props} />
      </form>
    </div>
  )
}

function ContactPart({ language, town, values, errors, keepMonths, chosen }: ReportFormProps) {
  const { form } = words(language)
  const isRequired = chosen?.contact === 'required'
  return (
    <section class="form__part" aria-labelledby="kontakt-fragen">
      <h2 id="kontakt-fragen">{isRequired ? form.contactRequired : form.contact}</h2>
      <p class="field__hint">{isRequired ? form.contactRequiredHint : form.contactHint}</p>
      <ContactFields
        language={language}
        values={values}
        errors={errors}
        keepMonths={keepMonths}
        privacyHref={addresses(town.base).privacy()}
        isRequired={isRequired}
      />
    </section>
  )
}

/** A place that is missing as a whole is asked for in words. */
const onItsField = (problem: FieldProblem): FieldProblem =>
  problem.field === 'place' ? { ...problem, field: 'address' } : problem

function Questions({ language, chosen, values, errors }: ReportFormProps) {
  const { form } = words(language)
  if (!chosen || (!chosen.notice && chosen.questions.length === 0)) return null
  return (
    <section class="form__part" aria-labelledby="fragen" data-questions-of={chosen.key}>
      <h2 id="fragen">{form.questions(chosen.name)}</h2>
      {chosen.notice && (
        <Note tone="warn" icon="siren" title={form.danger}>
          <p>{chosen.notice}</p>
          {chosen.onCall && (
            <p>
              {form.onCall}: <PhoneLink number={chosen.onCall.phone} />
              {chosen.onCall.hours && `, ${chosen.onCall.hours}`}
            </p>
          )}
        </Note>
      )}
      {chosen.questions.map((question) => (
        <QuestionField
          key={question.key}
          language={language}
          question={question}
          all={chosen.questions}
          answers={values.answers ?? {}}
          error={problemOf(errors, answerField(question.key))}
        />
      ))}
    </section>
  )
}

/** The place or the matter is another town's. Near the border both may be right, and people choose. */
function Elsewhere({ language, town, elsewhere, nearMetres }: ReportFormProps) {
  const { form } = words(language)
  const isNear = nearMetres !== undefined
  const title = elsewhere ? (elsewhere.isCounty ? form.county : form.elsewhere)(elsewhere.name) : form.justOutside
  return (
    <Note tone="warn" icon="map-pin" title={title} role="alert">
      {elsewhere && <p>{form.elsewhereText}</p>}
      {isNear && <p>{form.nearBorder(nearMetres)}</p>}
      <div class="actions">
        {elsewhere && (
          <Button name="step" value="move" size="s">
            {form.move(elsewhere.name)}
          </Button>
        )}
        {isNear && (
          <Button name="step" value="stay" size="s" kind="secondary">
            {form.stay(town.name)}
          </Button>
        )}
        {!elsewhere?.isCounty && (
          <a class="btn btn--secondary btn--s" href={`#${fieldId('address')}`}>
            {form.otherPlace}
          </a>
        )}
      </div>
    </Note>
  )
}

function Send({ language, town, chosen }: ReportFormProps) {
  const { common, form } = words(language)
  const publication = form.publication[chosen?.disclosure ?? 'place_first']
  return (
    <div class="form__send">
      <p class="aside-line">
        <Icon name={chosen?.disclosure === 'never' ? 'eye-off' : 'eye'} />
        <span>{publication(common.kind[town.kind].nominative)}</span>
      </p>
      <Button name="step" value="send" size="l" icon="send" wide busy={form.sending}>
        {form.send}
      </Button>
    </div>
  )
}
