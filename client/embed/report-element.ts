/** <anliegen-melden>: a card whose button opens the form, in a frame because it is the platform's own. */
import { make, Widget } from './element.ts'
import { frameOf } from './frame.ts'

/** What the first step takes on a phone. */
const HEIGHT = 560

export class ReportElement extends Widget {
  protected draw() {
    const w = this.words.report
    const button = make('button', { type: 'button', 'aria-expanded': 'false' }, w.open)
    // The form says all of this itself.
    const title = this.heading(w.title)
    const lead = make('p', { class: 'muted' }, w.lead)
    const danger = make('p', { class: 'danger' }, `${w.danger} `, phone('110'), ` ${w.or} `, phone('112'))
    const card = this.card(make('div', { class: 'main' }, title, lead, make('div', {}, button), danger))
    let frame: HTMLElement | undefined
    button.addEventListener('click', () => {
      const isNew = !frame
      frame ??= card.appendChild(this.form())
      const isOpen = isNew || frame.hidden
      frame.hidden = !isOpen
      for (const part of [title, lead, danger]) part.hidden = isOpen
      button.ariaExpanded = `${isOpen}`
      button.className = isOpen ? 'quiet' : ''
      button.textContent = isOpen ? w.close : w.open
      if (isNew) frame.querySelector('iframe')?.focus()
      this.tell(isOpen ? 'open' : 'close')
    })
    return card
  }

  private form() {
    const how = { kategorie: this.said('category'), via: this.said('via'), lang: this.language }
    return frameOf(this, {
      src: this.to.embed('melden', how),
      whole: this.to.report(how),
      title: this.words.report.open,
      height: HEIGHT,
      isGrowing: true,
      words: this.words.frame,
      signal: this.living.signal,
    })
  }
}

const phone = (number: string) => make('a', { href: `tel:${number}` }, number)
