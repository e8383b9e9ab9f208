import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../tenants/languages.ts'
import { samplePages } from './sample-pages.tsx'

const pages = LANGUAGES.flatMap((language) =>
  Object.entries(samplePages(language)).map(([name, page]) => ({ name, language, html: render(page) })),
)

describe.each(pages)('$name ($language)', ({ html, language }) => {
  it('says nothing a program would say', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|=>/)
  })

  it('keeps to the page policy: no style attribute, no script or handler in the page', () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/)
    expect(html.match(/<script[^>]*>[^<]*/g) ?? []).toEqual(['<script type="module" src="/assets/citizen.js">'])
  })

  it('names its language and has one main heading', () => {
    expect(html).toContain(`<html lang="${language}" dir="ltr">`)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('uses every id once, and every label and description finds its field', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids).toEqual([...new Set(ids)])
    const targets = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)]
    for (const target of targets.flatMap((match) => match[1]!.split(' '))) expect(ids).toContain(target)
  })
})

describe('a refused form', () => {
  const html = render(samplePages('de')['step, category']!)

  it('leads from each line of the summary to its field', () => {
    expect(html).toContain('<a href="#f-category">Wählen Sie.</a>')
    expect(html).toContain('<a href="#f-answers-size">Antwort fehlt.</a>')
  })

  it('keeps what was chosen', () => {
    expect(html).toMatch(/value="a"[^>]*checked|checked[^>]*value="a"/)
  })

  it('does not ask what the answers so far exclude', () => {
    expect(html).not.toContain('Frage danger')
  })
})
