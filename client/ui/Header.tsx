import { ButtonLink } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Logo } from './Logo.tsx'

export type NavItem = { href: string; label: string; current?: boolean }
/** `mark` is the name where there is no room for it. */
export type LanguageItem = { code: string; name: string; mark: string; href: string; current: boolean }
export type HeaderProps = {
  brand: { href: string; name: string; line?: string; logoHref?: string }
  nav: NavItem[]
  languages: LanguageItem[]
  /** The one thing to do, where the page itself does not offer it. */
  action?: { href: string; label: string }
  words: { mainNavigation: string; menu: string; language: string }
}

export function Header({ brand, nav, languages, action, words }: HeaderProps) {
  return (
    <div class="header">
      <a class="brand" href={brand.href}>
        {brand.logoHref ? <img class="brand__logo" src={brand.logoHref} alt="" width="36" height="36" /> : <Logo />}
        <span class="brand__words">
          <span class="brand__name">{brand.name}</span>
          {brand.line && <span class="brand__line">{brand.line}</span>}
        </span>
      </a>
      {nav.length > 0 && (
        <nav class="nav" aria-label={words.mainNavigation}>
          <NavList items={nav} />
        </nav>
      )}
      <div class="header__end">
        {languages.length > 1 && <LanguageMenu languages={languages} label={words.language} />}
        {action && (
          <div class="header__action">
            <ButtonLink href={action.href} size="s">
              {action.label}
            </ButtonLink>
          </div>
        )}
        {nav.length > 0 && <PhoneMenu nav={nav} action={action} words={words} />}
      </div>
    </div>
  )
}

function NavList({ items }: { items: NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function LanguageMenu({ languages, label }: { languages: LanguageItem[]; label: string }) {
  const current = languages.find((language) => language.current)
  return (
    <details class="menu menu--language">
      <summary>
        <Icon name="translate" />
        <span class="sr">{label}: </span>
        <span class="menu__long">{current?.name}</span>
        <span class="menu__short">{current?.mark}</span>
        <Icon name="chevron-down" size="s" class="menu__long" />
      </summary>
      <ul class="menu__panel">
        {languages.map((language) => (
          <li key={language.code}>
            <a
              href={language.href}
              lang={language.code}
              hreflang={language.code}
              aria-current={language.current ? 'true' : undefined}
            >
              {language.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function PhoneMenu({ nav, action, words }: Pick<HeaderProps, 'nav' | 'action' | 'words'>) {
  return (
    <details class="menu menu--phone">
      <summary>
        <Icon name="menu" size="l" />
        <span class="sr">{words.menu}</span>
      </summary>
      <nav class="menu__panel" aria-label={words.mainNavigation}>
        <NavList items={action ? [...nav, action] : nav} />
      </nav>
    </details>
  )
}
