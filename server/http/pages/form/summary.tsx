/** What a draft says so far: beside the steps, and whole on the last one. */
import { words } from '../../../../client/i18n/index.ts'
import type { FormStep } from '../../../../client/paths.ts'
import { type SummaryItem, SummaryList } from '../../../../client/ui/SummaryList.tsx'
import type { DraftFields } from '../../../drafts/draft-fields.ts'
import { checkAnswers } from '../../../reports/check-answers.ts'
import { formPaths } from './form-base.ts'
import type { C, StepView } from './step-view.ts'
import type { FROM_CHECK } from './ways.ts'

type Part = keyof ReturnType<typeof words>['steps']['checkItems'] & FormStep

export function summaryOf(c: C, view: StepView, parts: Part[], from?: typeof FROM_CHECK): SummaryItem[] {
  const { language } = c.var
  const { common, steps } = words(language)
  const values: Record<Part, () => SummaryItem['value']> = {
    describe: () => textOf(c, view),
    place: () => placeOf(c, view.fields),
    category: () => categoryIn(c, view.fields),
    contact: () => contactOf(c, view.fields),
  }
  return parts.map((part) => ({
    term: steps.checkItems[part],
    value: values[part](),
    change: {
      href: formPaths(c).step(view.token ?? '', part, { ...from, aendern: '1' }),
      word: common.change,
      hidden: steps.checkItems[part],
    },
  }))
}

/** "Ihr Anliegen bisher", beside a step on a wide screen. */
export function SoFar(c: C, view: StepView) {
  return (
    <section class="so-far" aria-labelledby="bisher">
      <h2 id="bisher">{words(c.var.language).steps.soFar}</h2>
      <SummaryList flat items={summaryOf(c, view, ['describe', 'place'])} />
    </section>
  )
}

function textOf(c: C, { fields, photos }: StepView) {
  const { steps } = words(c.var.language)
  const text = fields.describe?.description.trim()
  return (
    <>
      {text ? <p class="prose">{text}</p> : <p class="muted">{photos.length > 0 ? steps.onlyPhoto : steps.noText}</p>}
      {photos.length > 0 && (
        <p class="thumbs">
          {photos.map(({ id, src }, index) => (
            <img key={id} src={src} alt={words(c.var.language).photos.photo(index + 1)} width="72" height="72" />
          ))}
        </p>
      )}
    </>
  )
}

function placeOf(c: C, { place }: DraftFields) {
  const { steps } = words(c.var.language)
  const point = place?.lat && place.lon ? `${place.lat}, ${place.lon}` : undefined
  return (
    <>
      <p>{place?.address ?? point}</p>
      <p class="muted small">{point ? steps.pinSet : steps.noPoint}</p>
    </>
  )
}

function categoryIn(c: C, { category }: DraftFields) {
  const { town, language } = c.var
  const chosen = town.categories.find(({ key }) => key === category?.key)
  if (!chosen || !category) return null
  const { answers } = checkAnswers(chosen, category.answers, language)
  return (
    <>
      <p>{chosen.name[language]}</p>
      {answers.map((answer) => (
        <p key={answer.key} class="small">
          <span class="muted">{answer.label}</span> {answer.words}
        </p>
      ))}
    </>
  )
}

function contactOf(c: C, { contact }: DraftFields) {
  const given = contact?.isWanted ? [contact.name, contact.email, contact.phone].filter(Boolean) : []
  if (given.length === 0) return <p class="muted">{words(c.var.language).steps.noContactGiven}</p>
  return given.map((one) => <p key={one}>{one}</p>)
}
