/** Header and footer of citizens' pages: only links to pages that exist. */
import type { Language } from '../../tenants/languages.ts'
import { LANGUAGE_MARKS, LANGUAGE_NAMES, words } from '../i18n/index.ts'
import { town as addresses, platform } from '../paths.ts'
import { Footer } from '../ui/Footer.tsx'
import { Header } from '../ui/Header.tsx'
import type { PageTown, Spot } from './town-face.ts'

export type PageLanguage = { language: Language; href: string; current: boolean }
type HeaderProps = { language: Language; languages: PageLanguage[]; town?: PageTown; current?: Spot }

export function PageHeader({ language, languages, town, current }: HeaderProps) {
  const { common } = words(language)
  const to = town && addresses(town.base)
  return (
    <Header
      brand={
        town && to
          ? { href: to.start(), name: town.name, line: common.productLine, logoHref: town.logoHref }
          : { href: platform.start(), name: common.product, line: common.productLine }
      }
      nav={
        to
          ? [
              { href: to.start(), label: common.overview, current: current === 'start' },
              { href: to.reports(), label: common.allReports, current: current === 'reports' },
            ]
          : []
      }
      languages={languages.map((item) => ({
        ...item,
        code: item.language,
        name: LANGUAGE_NAMES[item.language],
        mark: LANGUAGE_MARKS[item.language],
      }))}
      action={
        to && canReport(town) && current !== 'start' && current !== 'report'
          ? { href: to.report(), label: common.report }
          : undefined
      }
      words={common}
    />
  )
}

const LAW_PAGES = ['easy', 'rules', 'imprint', 'privacy', 'accessibility'] as const

const PLATFORM_LAW_PAGES = ['imprint', 'privacy', 'accessibility'] as const

/** Without an address nobody would read it. */
const canReport = (town: PageTown | undefined) => town?.notJoined?.reachable !== false

/** @param path of the page, if everybody may know it: a barrier is reported with it */
export function PageFooter({ language, town, path }: { language: Language; town?: PageTown; path?: string }) {
  const { common, conformance, developers, feedback, openData, topics } = words(language)
  const to = town && addresses(town.base)
  return (
    <Footer
      contact={
        town?.email ? { name: town.officialName, phone: town.phone, has115: town.has115, email: town.email } : undefined
      }
      links={
        to
          ? [
              { href: to.start(), label: common.overview },
              { href: to.reports(), label: common.allReports },
              { href: to.topics(), label: topics.all },
              ...(canReport(town) ? [{ href: to.report(), label: common.report }] : []),
              ...(town.notJoined ? [] : [{ href: to.openData(), label: openData.link }]),
              ...LAW_PAGES.map((page) => ({ href: to[page](), label: common.legal[page] })),
              { href: to.feedback({ seite: path }), label: feedback.link },
              { href: to.developers(), label: developers.link },
            ]
          : [
              { href: platform.start(), label: common.platformLink },
              { href: platform.register(), label: conformance.register.link },
              ...PLATFORM_LAW_PAGES.map((page) => ({ href: platform[page](), label: common.legal[page] })),
              { href: platform.developers(), label: developers.link },
            ]
      }
      runBy={common.runBy}
      words={common}
    />
  )
}
