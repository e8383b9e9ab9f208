/** What the elements have in common: where they come from, whose they are, and how they tell what happens. */
import { town as townPaths } from '../paths.ts'
import { sheet } from './look.ts'
import { languageOf, wordsOf } from './words.ts'

/** The platform that serves this script; all that the elements load comes from there. */
export const ORIGIN = new URL(import.meta.url).origin

const TOWN = /^[a-z][a-z0-9-]{1,62}$/

export abstract class Widget extends HTMLElement {
  static observedAttributes = ['town', 'category', 'lang', 'limit', 'heading', 'level', 'height', 'via']
  protected root = this.attachShadow({ mode: 'open' })
  /** Ends what was begun for an earlier picture of the element. */
  protected living = new AbortController()

  connectedCallback() {
    this.root.adoptedStyleSheets = [sheet]
    this.redraw()
  }

  disconnectedCallback() {
    this.living.abort()
  }

  attributeChangedCallback() {
    if (this.isConnected && this.root.childNodes.length > 0) this.redraw()
  }

  protected abstract draw(): Node

  private redraw() {
    this.living.abort()
    this.living = new AbortController()
    // Without a town the page's own words stay.
    this.root.replaceChildren(TOWN.test(this.town) ? this.draw() : make('slot'))
  }

  get town() {
    return this.getAttribute('town') ?? ''
  }

  protected get language() {
    return languageOf(this)
  }

  protected get words() {
    return wordsOf(this.language)
  }

  /** Addresses of the town's pages, whole. */
  protected get to() {
    return townPaths(`${ORIGIN}/${this.town}`)
  }

  /** What of an attribute goes into an address; absent for nothing. */
  protected said(name: string): string | undefined {
    return this.getAttribute(name) || undefined
  }

  /** Its own words or ours, one level below the page's own headings unless told otherwise. */
  protected heading(words: string) {
    const level = /^[234]$/.exec(this.said('level') ?? '')?.[0] ?? '2'
    return make(`h${level}`, { id: 'title' }, this.said('heading') ?? words)
  }

  protected card(...parts: Part[]) {
    return make('section', { 'aria-labelledby': 'title', lang: this.language === 'en' ? 'en' : 'de' }, ...parts)
  }

  /** `anliegen-open`, `anliegen-sent` …: heard outside the shadow too. */
  tell(what: string, detail: Record<string, unknown> = {}) {
    const about = { town: this.town, ...detail }
    this.dispatchEvent(new CustomEvent(`anliegen-${what}`, { detail: about, bubbles: true, composed: true }))
  }
}

type Part = Node | string | undefined
type Attributes = Record<string, string | undefined>

/** No markup is ever read from text: nothing of an answer can become more than words. */
export function make(name: string, attributes: Attributes = {}, ...parts: Part[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value)
  element.append(...parts.filter((part) => part !== undefined))
  return element
}
