/** <anliegen-status>: what became of a number. */
import { api } from '../paths.ts'
import { ask, dayOf, type PublicReport } from './ask.ts'
import { make, Widget } from './element.ts'
import { inLanguage } from './list-element.ts'
import { statusMark } from './mark.ts'

export class StatusElement extends Widget {
  protected draw() {
    const w = this.words.status
    const field = make('input', {
      id: 'number',
      inputmode: 'numeric',
      autocomplete: 'off',
      'aria-describedby': 'answer',
    }) as HTMLInputElement
    const answer = make('div', { id: 'answer', role: 'status' })
    const form = make(
      'form',
      { novalidate: '' },
      make('div', {}, make('label', { for: 'number' }, w.label), field),
      make('button', {}, w.show),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const number = Number(/^\s*#?\s*([1-9]\d{0,8})\s*$/.exec(field.value)?.[1])
      field.ariaInvalid = `${!number}`
      if (number) return void this.look(number, answer)
      answer.replaceChildren(make('p', { class: 'wrong' }, w.wrong))
      field.focus()
    })
    return this.card(make('div', { class: 'main' }, this.heading(w.title), form, answer))
  }

  private async look(number: number, answer: HTMLElement) {
    const w = this.words.status
    const { signal } = this.living
    try {
      const path = `${api.report(this.town, number)}?${new URLSearchParams({ lang: this.language })}`
      const report = await ask<PublicReport>(path, signal)
      answer.replaceChildren(...(report ? this.lines(report) : [make('p', {}, w.none(number))]))
      this.tell('status', { number, status: report?.status ?? null })
    } catch {
      if (signal.aborted) return
      const link = make('a', { href: this.to.start({ lang: this.language }) }, this.words.town)
      answer.replaceChildren(make('p', {}, w.failed, ' ', link))
      this.tell('error', { reason: 'load' })
    }
  }

  private lines({ number, category, categoryName = category, status, statusLabel, changedAt, url }: PublicReport) {
    const w = this.words.status
    return [
      make('p', { class: 'title' }, `#${number} · ${categoryName}`),
      make('p', {}, statusMark(status, statusLabel)),
      make(
        'p',
        { class: 'muted' },
        `${w.changed} `,
        make('time', { datetime: changedAt }, dayOf(this.language, changedAt)),
      ),
      make('p', {}, make('a', { href: inLanguage(url, this.language) }, w.more)),
    ]
  }
}
