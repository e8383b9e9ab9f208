import { Icon } from './Icon.tsx'
import { PhoneLink } from './PhoneLink.tsx'

export type FooterProps = {
  contact?: { name: string; phone?: string; has115?: boolean; email: string }
  links: { href: string; label: string }[]
  runBy: string
  words: { contact: string; phone: string; phone115: string; email: string; footerNavigation: string }
}

export function Footer({ contact, links, runBy, words }: FooterProps) {
  return (
    <footer class="footer">
      <div class="footer__inner">
        {contact && (
          <section class="footer__contact" aria-labelledby="kontakt">
            <h2 id="kontakt">{words.contact}</h2>
            <p>{contact.name}</p>
            {contact.phone && (
              <p>
                <Icon name="phone" size="s" />
                <PhoneLink number={contact.phone} label={words.phone} />
              </p>
            )}
            {contact.has115 && (
              <p>
                <Icon name="phone" size="s" />
                <PhoneLink number="115" label={words.phone115} />
              </p>
            )}
            <p>
              <Icon name="mail" size="s" />
              <a href={`mailto:${contact.email}`}>
                <span class="sr">{words.email}: </span>
                {contact.email}
              </a>
            </p>
          </section>
        )}
        <nav class="footer__links" aria-label={words.footerNavigation}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="footer__by">{runBy}</p>
      </div>
    </footer>
  )
}
