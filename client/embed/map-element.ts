/** <anliegen-karte>: the town's map in a frame, so that tiles and their hosts are the platform's affair. */
import { make, Widget } from './element.ts'
import { frameOf } from './frame.ts'

/** Narrower, and the map waits behind a button: it would catch every swipe. */
const NARROW = 480
const HEIGHT = 480
const LEAST_HEIGHT = 240

export class MapElement extends Widget {
  protected draw() {
    const w = this.words.map
    if (this.clientWidth >= NARROW) return this.card(make('div', { hidden: '' }, this.heading(w.title)), this.map())
    const button = make('button', { type: 'button' }, w.show)
    const card = this.card(make('div', { class: 'main' }, this.heading(w.title), make('div', {}, button)))
    button.addEventListener('click', () => {
      button.parentElement?.remove()
      card.append(this.map())
      card.querySelector('iframe')?.focus()
      this.tell('open')
    })
    return card
  }

  private map() {
    const { category, lang } = { category: this.said('category'), lang: this.language }
    return frameOf(this, {
      src: this.to.embed('karte', { category, lang }),
      whole: this.to.start({ category, lang }),
      title: this.said('heading') ?? this.words.map.title,
      height: Math.max(LEAST_HEIGHT, Number(this.said('height')) || HEIGHT),
      isLazy: true,
      words: this.words.frame,
      signal: this.living.signal,
    })
  }
}
