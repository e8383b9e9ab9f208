/** Mails about somebody's own account, from the platform and in their language. Secrets in them are made here. */
import { formatDateTime, words } from '../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../client/paths.ts'
import type { Database } from '../../db/client.ts'
import { LANGUAGES, type Language, staffLanguage } from '../../tenants/languages.ts'
import { DEFAULT_ACCENT } from '../../tenants/schema.ts'
import { findLiveLink, findPersonRow, type PersonWork } from '../people/account-rows.ts'
import { addLink, linkToken } from '../people/person-links.ts'
import { listTownNames, type PersonRow } from '../people/rows.ts'
import type { Mailer } from '../ports.ts'
import { htmlOf } from './mail-html.ts'
import { type MailPart, textOf } from './mail-parts.ts'

type Post = {
  database: Database
  mailer: Mailer
  now: () => Date
  /** APP_SECRET */
  secret: string
  platform: { url: (path: string) => string }
}
type Work = { id: string; kind: PersonWork; ref: string; town: string }
type Words = { subject: string; parts: MailPart[] }

/**
 * @param work its id names the mail, so that a repeated sending can be recognised
 * Nothing is sent to nobody, to somebody disabled, or about an invitation that was used meanwhile.
 */
export async function tellPerson(post: Post, work: Work): Promise<void> {
  const { database, mailer } = post
  const person = await database.inTransaction(null, (db) => findPersonRow(db, work.ref))
  if (!person || person.disabledAt) return
  const said = await wordsOf(post, work, person)
  if (!said) return
  const language = languageOf(person)
  const { common, account } = words(language)
  const parts = [account.mail.greeting(person.name), ...said.parts, [account.mail.closing, common.product].join('\n')]
  const { subject } = said
  await mailer.send({
    to: person.email,
    fromName: common.product,
    subject,
    text: textOf(parts),
    html: htmlOf({ language, subject, accent: DEFAULT_ACCENT, parts }),
    messageId: `${work.id}.platform`,
  })
}

function wordsOf(post: Post, { kind, town }: Work, person: PersonRow): Promise<Words | null> | Words {
  if (kind === 'tell_reset') return resetWords(post, person)
  if (kind === 'tell_invitation') return invitationWords(post, person, town)
  const language = languageOf(person)
  const { mail } = words(language).account
  const { subject, text, link } = kind === 'tell_password' ? mail.password : mail.factor
  const when = formatDateTime(language, post.now(), post.now())
  const path = kind === 'tell_password' ? clerkPaths.reset() : clerkPaths.signIn()
  return { subject, parts: [text(when), { lead: link, url: post.platform.url(path) }] }
}

async function resetWords({ database, secret, now, platform }: Post, person: PersonRow): Promise<Words> {
  const { reset } = words(languageOf(person)).account.mail
  const named = { kind: 'reset', personId: person.id, createdAt: now() } as const
  await database.inTransaction(null, (db) => addLink(db, secret, named))
  const url = platform.url(clerkPaths.resetLink(await linkToken(secret, named)))
  return { subject: reset.subject, parts: [reset.text, { lead: reset.link, url, note: reset.note }] }
}

/** Who has a password already is only told that there is one town more. */
async function invitationWords(
  { database, secret, now, platform }: Post,
  person: PersonRow,
  town: string,
): Promise<Words | null> {
  const { link, name, by } = await database.inTransaction(null, async (db) => {
    const link = await findLiveLink(db, person.id, 'invitation', now())
    const name = (await listTownNames(db, [town])).get(town) ?? town
    const by = link?.createdBy ? await findPersonRow(db, link.createdBy) : null
    return { link, name, by: by?.name }
  })
  const { invitation, also } = words(languageOf(person)).account.mail
  if (person.passwordHash) {
    const url = platform.url(clerkPaths.signIn())
    return { subject: also.subject, parts: [also.text(name, by), { lead: also.link, url }] }
  }
  if (!link) return null
  const url = platform.url(clerkPaths.invitation(await linkToken(secret, link)))
  return {
    subject: invitation.subject,
    parts: [invitation.text(name, by), { lead: invitation.link, url, note: invitation.note }],
  }
}

const languageOf = ({ language }: PersonRow): Language =>
  staffLanguage(LANGUAGES.find((one) => one === language) ?? 'de')
