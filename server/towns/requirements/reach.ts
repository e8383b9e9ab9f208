/** Whether somebody can be reached: by mail, by phone, at the desk, over the wire. */
import { z } from 'zod'
import { type Finding, hint, met, missing, type TownFacts } from './requirement.ts'

/** Domains that never receive mail (RFC 2606, RFC 6761). */
const RESERVED = /(^|\.)(example|invalid|test|localhost)$|(^|\.)example\.(com|org|net)$/

export function mailboxesReach({ town, isDemo }: TownFacts): Finding {
  const all = [
    town.contact.email,
    town.mail.replyTo,
    ...[...town.departments, ...town.partners].map(({ mailbox }) => mailbox),
  ]
  const mailboxes = [...new Set(all)]
  const broken = mailboxes.filter((mailbox) => !z.email().safeParse(mailbox).success)
  if (broken.length > 0) return missing({ mailboxes: broken })
  const reserved = mailboxes.filter((mailbox) => RESERVED.test(mailbox.split('@')[1] ?? ''))
  return reserved.length > 0 && !isDemo ? hint({ mailboxes: reserved }) : met({ count: mailboxes.length })
}

export function phoneThere({ town: { contact } }: TownFacts): Finding {
  const phone = contact.phone ?? (contact.phone115 ? '115' : undefined)
  return phone ? met({ phone }) : hint()
}

export function somebodySignsIn({ staff }: TownFacts): Finding {
  return staff > 0 ? met({ count: staff }) : hint()
}

/** From the terminal nobody can be asked: then what the server found last still counts. */
export function interfacesAnswer({ answers, earlier }: TownFacts): Finding {
  if (!answers) {
    const last = earlier.find(({ requirement }) => requirement === 'interfaces')
    return last ? { state: last.state, facts: last.facts } : hint()
  }
  const silent = answers.filter(({ status }) => status !== 200).map(({ path }) => path)
  return silent.length > 0 ? missing({ addresses: silent }) : met({ addresses: answers.map(({ path }) => path) })
}
