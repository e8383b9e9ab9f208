/** <anliegen-liste>: the newest public reports. */
import { api } from '../paths.ts'
import { CATEGORY } from '../ui/icons.ts'
import { ageOf, ask, type PublicReport } from './ask.ts'
import { make, Widget } from './element.ts'
import { icon } from './icon.ts'
import { statusMark } from './mark.ts'

const ROWS = 5
const MOST_ROWS = 20

export class ListElement extends Widget {
  protected draw() {
    const w = this.words.list
    const state = make('p', { class: 'muted', role: 'status' }, w.loading)
    const main = make('div', { class: 'main' }, this.heading(w.title), state)
    const all = make('a', { href: this.to.reports({ category: this.said('category'), lang: this.language }) }, w.all)
    void this.fill(main, state)
    return this.card(main, make('div', { class: 'foot' }, all))
  }

  private async fill(main: HTMLElement, state: HTMLElement) {
    const { signal } = this.living
    try {
      const items = await this.read(signal)
      if (items.length === 0) state.textContent = this.words.list.empty
      else state.replaceWith(make('ul', {}, ...items.map((report) => this.row(report))))
      this.tell('ready', { count: items.length })
    } catch {
      if (signal.aborted) return
      state.textContent = this.words.list.failed
      main.append(make('p', {}, make('a', { href: this.to.start({ lang: this.language }) }, this.words.town)))
      this.tell('error', { reason: 'load' })
    }
  }

  private async read(signal: AbortSignal): Promise<PublicReport[]> {
    const limit = Math.min(MOST_ROWS, Math.max(1, Math.trunc(Number(this.said('limit'))) || ROWS))
    const how = { category: this.said('category'), limit: `${limit}`, lang: this.language }
    const page = await ask<{ items: PublicReport[] }>(api.reports(this.town, how), signal)
    if (!page) throw new Error('No such town')
    return page.items
  }

  private row({ number, receivedAt, address, ...report }: PublicReport) {
    const { category, categoryName = category, status, statusLabel, url } = report
    const when = make('time', { datetime: receivedAt }, ageOf(this.language, receivedAt))
    return make(
      'li',
      { class: 'row' },
      make('span', { class: 'tile' }, icon(CATEGORY[report.icon as keyof typeof CATEGORY] ?? CATEGORY.dots)),
      make(
        'div',
        {},
        make('a', { class: 'title', href: inLanguage(url, this.language) }, categoryName),
        address ? make('p', { class: 'muted' }, address) : undefined,
        make(
          'p',
          { class: 'meta' },
          statusMark(status, statusLabel),
          make('span', { class: 'muted' }, `#${number} · `, when),
        ),
      ),
    )
  }
}

export const inLanguage = (url: string, lang: string) => `${url}?${new URLSearchParams({ lang })}`
