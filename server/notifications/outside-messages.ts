/** The mail by which somebody outside gets a report and the link to it. German: town halls and partners are. */
import { formatDate, words } from '../../client/i18n/index.ts'
import type { OutsideRecipient, RegisteredTown } from '../context.ts'
import { nameOfOutside } from '../reports/outside-link.ts'
import type { ReportRow, TextRow } from '../reports/rows.ts'
import type { MailPart } from './mail-parts.ts'
import type { Mail } from './messages.ts'

type Errand = {
  town: RegisteredTown
  recipient: OutsideRecipient
  report: ReportRow
  text: TextRow | null
  /** What the town's clerk wrote to the partner. */
  instruction: string | null
  url: string
  until: Date
}

/** Holds the citizen's words, never the contact: whoever works on it answers through the platform. */
export function composeOutsideMail({ town, recipient, report, text, instruction, url, until }: Errand): Mail {
  const { outside, closing } = words('de').mail
  const category = town.categories.find((one) => one.key === report.category)?.name.de ?? report.category
  const facts = {
    number: report.number,
    category: category.replaceAll('\u00ad', ''),
    town: town.officialName,
    partner: nameOfOutside(town, recipient),
    until: formatDate('de', until),
  }
  const { subject, greeting, why } = recipient === 'town_hall' ? outside.townHall(facts) : outside.partner(facts)
  const signature = town.member
    ? [town.officialName, [town.contact.phone, town.contact.email].filter(Boolean).join(' · ')]
    : [words('de').common.product]
  const link = {
    lead: recipient === 'town_hall' ? outside.linkTownHall : outside.linkPartner,
    url,
    note: outside.linkEnds(facts),
  }
  const parts: (MailPart | null)[] = [
    greeting,
    why,
    instruction && `${outside.instruction}\n${instruction}`,
    [`${outside.number}: #${report.number}`, `${outside.category}: ${facts.category}`, ...placeOf(report, text)].join(
      '\n',
    ),
    ...(text?.answers ?? []).map(({ label, words }) => `${label}\n${words}`),
    text && `${outside.description}:\n${text.description}`,
    link,
    outside.contact,
    [closing, ...signature].join('\n'),
  ]
  return { language: 'de', subject, parts: parts.filter((part): part is MailPart => Boolean(part)) }
}

type News = Pick<Errand, 'town' | 'report' | 'url'> & { isUndone: boolean }

/** The reporter has taken it back, or has not after all. */
export function composeOutsideNews({ town, report, url, isUndone }: News): Mail {
  const { outside, closing } = words('de').mail
  const { subject, text } = isUndone ? outside.withdrawalUndone(report.number) : outside.withdrawn(report.number)
  const signature = town.member ? town.officialName : words('de').common.product
  const parts: MailPart[] = [outside.greeting, text, { lead: outside.linkNews, url }, `${closing}\n${signature}`]
  return { language: 'de', subject, parts }
}

/** About a metre. */
const DIGITS = 5

function placeOf({ lat, lon }: ReportRow, text: TextRow | null): string[] {
  const { outside } = words('de').mail
  const address = text?.address ? [`${outside.place}: ${text.address}`] : []
  if (lat === null || lon === null) return address
  const [y, x] = [lat.toFixed(DIGITS), lon.toFixed(DIGITS)]
  // RFC 5870: opens the map of whatever the reader has, and names no company.
  return [...address, `${outside.coordinates}: ${y}, ${x}`, `${outside.map}: geo:${y},${x}`]
}
