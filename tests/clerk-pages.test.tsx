import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { type Action, NOUNS } from '../client/clerk/actions.ts'
import type { ClerkFrame } from '../client/clerk/ClerkDocument.tsx'
import { ClerkReportPage, type ClerkReportPageProps } from '../client/clerk/ClerkReportPage.tsx'
import { OpenIdOnwardPage, OpenIdUnknownPage } from '../client/clerk/OpenIdPages.tsx'
import { QueuePage } from '../client/clerk/QueuePage.tsx'
import type { QueuePageProps } from '../client/clerk/queue-props.ts'
import { SignInPage } from '../client/clerk/SignInPage.tsx'
import { words } from '../client/i18n/index.ts'
import { type Language, STAFF_LANGUAGES } from '../tenants/languages.ts'

const ALL = Object.keys(NOUNS) as Action[]
const roads = { key: 'roads', name: 'Straßen und Verkehr' }
const town = { key: 'bad-salzuflen', name: 'Bad Salzuflen' }

const frame = (language: Language): ClerkFrame => ({
  language,
  languages: STAFF_LANGUAGES.map((one) => ({ language: one, href: `?lang=${one}`, current: one === language })),
  assets: { css: ['/assets/clerk.css'], js: ['/assets/clerk.js'] },
  themeHref: '/bad-salzuflen/theme.css?v=1',
  title: 'Anliegen',
  demo: true,
  person: { name: 'Bernd' },
  towns: [{ ...town, href: '/amt/bad-salzuflen/anliegen', current: true }],
  town: { ...town, logoHref: '/bad-salzuflen/logo.svg' },
})

const queue = (language: Language, change: Partial<QueuePageProps> = {}): QueuePageProps => ({
  frame: frame(language),
  town,
  heading: roads.name,
  views: [{ view: 'new', count: 1, href: '?view=new', current: true }],
  departments: [],
  q: '',
  view: 'new',
  total: 1,
  rows: [
    {
      number: 1036,
      version: 1,
      href: '/amt/bad-salzuflen/anliegen/1036',
      category: 'Schlagloch',
      icon: 'road',
      text: 'Loch',
      status: { key: 'received', label: 'Neu' },
      due: { label: 'heute', tone: 'soon' },
      clerk: { name: 'Bernd' },
      isNew: true,
      isUrgent: true,
      age: 'gestern',
      dateTime: '2026-11-21T08:00:00+01:00',
    },
  ],
  ...change,
})

const report = (language: Language, change: Partial<ClerkReportPageProps> = {}): ClerkReportPageProps => ({
  frame: frame(language),
  town,
  back: { href: '/amt/bad-salzuflen/anliegen', label: 'Neu für uns' },
  number: 1042,
  category: 'Schlagloch',
  icon: 'road',
  status: { key: 'received', label: 'Eingegangen' },
  visibility: { report: 'shown', text: 'waiting' },
  description: 'Tiefes Schlagloch',
  photos: [],
  answers: [{ label: 'Größe', words: 'Wie ein Rad' }],
  received: 'heute, 8:05 Uhr, Web, Deutsch',
  department: roads,
  why: 'Die Kategorie gehört zu diesem Fachbereich.',
  undelivered: [],
  erased: {},
  neighbours: [],
  isUrgent: true,
  nearby: [],
  timeline: [
    { id: '1', who: 'Bernd', when: 'heute', dateTime: '2026-11-22', what: 'Vermerk', text: 'Prüfen', internal: true },
  ],
  version: 7,
  actions: ALL,
  actionHref: (noun) => `/amt/bad-salzuflen/anliegen/1042/${noun}`,
  panelHref: (action) => (action ? `?panel=${action}` : '?'),
  options: {
    departments: [roads],
    colleagues: [{ id: '1', name: 'Bernd' }],
    partners: [{ key: 'stadtwerke', name: 'Stadtwerke' }],
    categories: [{ key: 'pothole', name: 'Schlagloch', group: 'Straße' }],
    reasons: { close: ['repaired'], decline: ['duplicate'], handOver: ['county'] },
  },
  ...change,
})

const panelOf = (action: Action, values: Record<string, string> = {}) => ({ action, values, errors: [] })

describe.each(STAFF_LANGUAGES)('staff pages in %s', (language) => {
  const pages = {
    'sign-in': render(<SignInPage frame={frame(language)} email="" error="Falsch" next="/amt" others={[]} />),
    'sign-in with the town’s own accounts': render(
      <SignInPage
        frame={frame(language)}
        email=""
        next="/amt"
        own={{ town: 'lemgo', townName: 'Lemgo', name: 'Stadt-Konto' }}
        others={[{ key: 'herford', name: 'Herford' }]}
      />,
    ),
    'sign-in with a choice of towns': render(
      <SignInPage frame={frame(language)} email="" next="/amt" others={[{ key: 'herford', name: 'Herford' }]} />,
    ),
    'on to the town’s sign-in': render(
      <OpenIdOnwardPage frame={frame(language)} name="Stadt-Konto" url="https://login.example/auth?x=1" />,
    ),
    'an account nobody knows': render(
      <OpenIdUnknownPage frame={frame(language)} town={{ key: 'lemgo', name: 'Lemgo' }} />,
    ),
    queue: render(<QueuePage {...queue(language)} />),
    'empty queue': render(<QueuePage {...queue(language, { rows: [], total: 0 })} />),
    'search without result': render(<QueuePage {...queue(language, { rows: [], total: 0, q: 'Bank' })} />),
    report: render(<ClerkReportPage {...report(language)} />),
    'report with a lost mail': render(
      <ClerkReportPage {...report(language, { undelivered: ['E-Mail kam nicht an'] })} />,
    ),
    ...Object.fromEntries(
      ALL.map((action) => [action, render(<ClerkReportPage {...report(language, { panel: panelOf(action) })} />)]),
    ),
  }

  it.each(Object.entries(pages))('%s is complete and needs nothing inline', (_, html) => {
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it.each(ALL)('offers %s when it is allowed, and only then', (action) => {
    const word = `>${words(language).clerk.actions[action]}<`
    const offered = render(<ClerkReportPage {...report(language, { actions: [action] })} />)
    const refused = render(<ClerkReportPage {...report(language, { actions: [] })} />)
    const posts = (html: string) => html.split('method="post"').length - 1
    const isForm = offered.includes(`/anliegen/1042/${NOUNS[action]}"`)
    expect(isForm || offered.includes(`?panel=${action}"`)).toBe(true)
    expect(posts(refused)).toBe(1) // signing out
    expect(refused).not.toContain('?panel=')
    expect(posts(offered)).toBe(isForm ? 2 : 1)
    if (action !== 'note') expect(withoutKeyList(offered)).toContain(word)
    expect(withoutKeyList(refused)).not.toContain(word)
  })
})

/** The overview of keys names actions whether or not they are allowed now. */
const withoutKeyList = (html: string) => html.replace(/<dialog.*<\/dialog>/s, '')

describe('a form of a report', () => {
  it('carries the version that was seen, except for a note', () => {
    const html = render(<ClerkReportPage {...report('de', { panel: panelOf('close') })} />)
    const forms = html.match(/<form[^>]*method="post".*?<\/form>/gs) ?? []
    const unversioned = forms.filter((form) => !form.includes('name="version" value="7"'))
    expect(unversioned.map((form) => /action="([^"]*)"/.exec(form)?.[1])).toEqual([
      '/amt/abmelden',
      '/amt/bad-salzuflen/anliegen/1042/note',
    ])
  })

  it('keeps what was typed and says what is wrong beside the field', () => {
    const panel = {
      action: 'close' as const,
      values: { answer: 'Das Loch ist <zu>.', reason: 'repaired', silent: 'true' },
      errors: [{ field: 'answer', message: 'Zu kurz.' }],
    }
    const html = render(<ClerkReportPage {...report('de', { panel })} />)
    expect(html).toContain('Das Loch ist &lt;zu>.')
    expect(html.match(/Zu kurz\./g)).toHaveLength(2)
    expect(html).toMatch(/<input[^>]*value="repaired"[^>]*checked|<input[^>]*checked[^>]*value="repaired"/)
    expect(html).toContain('aria-invalid')
  })

  it('keeps the text of whoever was slower', () => {
    const stale = { sentence: 'Marc war schneller.', changes: [{ what: 'Eingeplant', who: 'Marc', when: 'heute' }] }
    const panel = panelOf('answer', { answer: 'Wir kommen.' })
    const html = render(<ClerkReportPage {...report('de', { panel, stale, version: 8 })} />)
    expect(html).toContain('Marc war schneller.')
    expect(html).toContain('Wir kommen.')
    expect(html).toContain(words('de').clerk.stale.textKept)
    expect(html).toContain('name="version" value="8"')
  })
})

describe('a photo of a report', () => {
  const photo = {
    id: 'a1',
    href: '/amt/bad-salzuflen/anliegen/1042/fotos/a1',
    thumb: '/amt/bad-salzuflen/anliegen/1042/fotos/a1/klein',
    alt: 'Schlagloch, Foto aus der Meldung',
    caption: 'Foto der meldenden Person',
    visibility: 'waiting' as const,
    mayChange: true,
  }
  const html = (change: Partial<typeof photo>) =>
    render(<ClerkReportPage {...report('de', { photos: [{ ...photo, ...change }] })} />)
  const button = /photo-visibility.*?name="version" value="7".*?value="a1".*?value="(\w+)".*?<\/form>/s

  it('opens in a tab of its own', () => {
    expect(html({})).toContain(`<a href="${photo.href}" target="_blank" rel="noopener">`)
  })

  it('is published or hidden by itself, in the version that was seen', () => {
    expect(button.exec(html({}))?.[1]).toBe('shown')
    expect(html({})).toContain('Noch nicht öffentlich')
    expect(button.exec(html({ visibility: 'shown' as never }))?.[1]).toBe('hidden')
  })

  it('has no button where the category is never public', () => {
    expect(html({ mayChange: false })).not.toContain('photo-visibility')
  })
})
