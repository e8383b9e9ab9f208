/** <anliegen-melden>: what somebody noticed goes into the form, which stands in a frame because it is the platform's own. */
import { CAMERA, SIREN } from '../ui/icons.ts'
import { make, Widget } from './element.ts'
import { frameOf } from './frame.ts'
import { icon } from './icon.ts'

/** What the first step takes on a phone. */
const HEIGHT = 560
/** As many letters as the form takes. */
const MOST_TEXT = '4000'

export class ReportElement extends Widget {
  protected draw() {
    const w = this.words.report
    const title = this.heading(w.title)
    const rest = { rows: '1', maxlength: MOST_TEXT, autocomplete: 'off', placeholder: w.example }
    const field = make('textarea', { id: 'text', ...rest }) as HTMLTextAreaElement
    // The question is the heading, unless the page has one of its own.
    const label = make('label', { for: 'text', hidden: this.said('heading') ? undefined : '' }, w.title)
    const asked = make('div', { class: 'wide' }, label, field)
    const open = make('button', { class: 'grow', 'aria-expanded': 'false' }, w.open)
    const photo = make('button', { type: 'button', class: 'quiet' }, icon(CAMERA), w.photo)
    const numbers = make('span', {}, `${w.danger} `, phone('110'), ` ${w.or} `, phone('112'))
    const danger = make('p', { class: 'danger' }, icon(SIREN), numbers)
    const form = make('form', { novalidate: '' }, asked, open, photo)
    const card = this.card(make('div', { class: 'main' }, title, form, danger))

    let frame: HTMLElement | undefined
    const toggle = (at?: 'photo') => {
      const isNew = !frame
      frame ??= card.appendChild(this.form({ text: field.value, at }, field))
      const isOpen = isNew || Boolean(frame.hidden)
      frame.hidden = !isOpen
      // The form says and asks all of this itself.
      for (const part of [title, danger]) part.hidden = isOpen
      asked.hidden = isOpen || field.value === ''
      photo.hidden = true
      open.ariaExpanded = `${isOpen}`
      open.className = isOpen ? 'quiet' : 'grow'
      open.textContent = isOpen ? w.close : w.open
      if (isNew) frame.querySelector('iframe')?.focus()
      this.tell(isOpen ? 'open' : 'close')
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      toggle()
    })
    photo.addEventListener('click', () => toggle('photo'))
    return card
  }

  /** @param field what was typed is the form's once it says so: nothing of it stays in the website around. */
  private form(begin: { text: string; at?: 'photo' | undefined }, field: HTMLTextAreaElement) {
    const how = { kategorie: this.said('category'), via: this.said('via'), lang: this.language }
    return frameOf(this, {
      src: this.to.embed('melden', how),
      whole: this.to.report(how),
      title: this.words.report.open,
      height: HEIGHT,
      isGrowing: true,
      words: this.words.frame,
      signal: this.living.signal,
      begin,
      taken: () => {
        field.value = ''
      },
      // To take along by hand.
      blocked: () => {
        field.parentElement!.hidden = field.value === ''
      },
    })
  }
}

const phone = (number: string) => make('a', { href: `tel:${number}` }, number)
