import { LANGUAGE_NAMES, words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Logo } from '../ui/Logo.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { DemoLine } from './DemoLine.tsx'
import { initials } from './initials.ts'
import { StaffSearch, type StaffSearchProps } from './StaffSearch.tsx'

type Props = { frame: ClerkFrame; search?: Omit<StaffSearchProps, 'language'> }

export function StaffHeader({ frame, search }: Props) {
  const { clerk: w } = words(frame.language)
  return (
    <header>
      <DemoLine frame={frame} />
      <div class="header staff-header">
        <a class="brand" href={clerk.home()}>
          {frame.town?.logoHref ? (
            <img class="brand__logo" src={frame.town.logoHref} alt="" width="36" height="36" />
          ) : (
            <Logo />
          )}
          <span class="brand__words">
            <span class="brand__name">{frame.town?.name ?? words(frame.language).common.product}</span>
            <span class="brand__line">{w.product}</span>
          </span>
        </a>
        {search && <StaffSearch language={frame.language} {...search} />}
        <div class="header__end">
          {frame.town && frame.person && (
            <a class="btn btn--quiet btn--staff" href={clerk.intake(frame.town.key)}>
              <Icon name="phone" />
              <span>{words(frame.language).intake.link}</span>
            </a>
          )}
          {frame.towns.length > 1 && <TownMenu frame={frame} />}
          {frame.person && <AccountMenu frame={frame} name={frame.person.name} />}
        </div>
      </div>
    </header>
  )
}

function TownMenu({ frame }: { frame: ClerkFrame }) {
  return (
    <details class="menu menu--towns">
      <summary>
        <Icon name="building" />
        <span class="menu__long">{words(frame.language).clerk.towns}</span>
        <Icon name="chevron-down" size="s" class="menu__long" />
        <span class="menu__short sr">{words(frame.language).clerk.towns}</span>
      </summary>
      <ul class="menu__panel">
        {frame.towns.map((town) => (
          <li key={town.key}>
            <a href={town.href} aria-current={town.current ? 'true' : undefined}>
              {town.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function AccountMenu({ frame, name }: { frame: ClerkFrame; name: string }) {
  const { clerk: w } = words(frame.language)
  return (
    <details class="menu menu--account">
      <summary>
        <span class="sr">{w.account}: </span>
        <span class="avatar avatar--l" aria-hidden="true">
          {initials(name)}
        </span>
        <span class="menu__long">{name}</span>
        <span class="menu__short sr">{name}</span>
        <Icon name="chevron-down" size="s" class="menu__long" />
      </summary>
      <div class="menu__panel">
        <p class="menu__name">{name}</p>
        {frame.more && frame.more.length > 0 && (
          <ul>
            {frame.more.map(({ href, label, current, badge = 0 }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                  {badge > 0 && (
                    <>
                      <span class="count-badge" aria-hidden="true">
                        {badge}
                      </span>
                      <span class="sr">, {words(frame.language).deliveries.badge(badge)}</span>
                    </>
                  )}
                </a>
              </li>
            ))}
          </ul>
        )}
        <ul>
          <li>
            <a href={clerk.account()}>{words(frame.language).account.link}</a>
          </li>
        </ul>
        <ul aria-label={w.language}>
          {frame.languages.map(({ language, href, current }) => (
            <li key={language}>
              <a href={href} lang={language} hreflang={language} aria-current={current ? 'true' : undefined}>
                {LANGUAGE_NAMES[language]}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={clerk.signOut()}>
          <button type="submit" class="menu__button">
            {w.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
