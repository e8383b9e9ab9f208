import type { open311 as german } from '../de/open311.ts'

export const open311: typeof german = {
  reasons: {
    jurisdiction_missing: 'Name the town, such as jurisdiction_id=musterstadt.',
    jurisdiction_unknown: 'This town is not at this address.',
    token_unknown: 'We do not know this token: every report has its number at once.',
    datetime_wrong: 'This is no time with a zone, such as 2026-11-25T08:00:00Z.',
    list_wrong: 'Only “open” and “closed” are possible here.',
    page_wrong: 'This is no page number from 1 on.',
    radius_missing: 'A surrounding needs lat, long and radius in metres.',
    bbox: 'Like this: lowest longitude, lowest latitude, highest longitude, highest latitude.',
    update_of_another: 'This update_id belongs to another report already.',
  },
  otherTown: (name, key) => `This place belongs to ${name}. Send the report to jurisdiction_id=${key}.`,
  county: (name, key) => `${name} answers for this. Send the report to jurisdiction_id=${key}.`,
  unexpected: (id) => `This did not work. It is our fault. Identifier for questions: ${id}.`,
  contact: (name, email, phone) => [`${name}: ${email}`, phone && `phone ${phone}`].filter(Boolean).join(', '),
  keyOfTown: (name, email) => `${name} gives you a key: ${email}`,
  keyOfTowns: (url) => `The town that it is for gives you a key: ${url}`,
  dangerCall: (answer, number) => `If “${answer}”, please call first: ${number}.`,
  call: (number) => `Please call first: ${number}.`,
  foreignId: 'Number in the sending system',
  internalNote: 'Words of the sending system that only the staff reads',
  noteWith: (system, text) => `${system} adds:\n${text}`,
  closestAddress: 'Street and house number',
  yes: 'Yes',
  no: 'No',
  mergedInto: (number) => `Worked on together with #${number}.`,
  merged: 'Worked on together with another report.',
  withdrawn: 'The reporter has withdrawn the report.',
  answered: 'The town has answered.',
  filed: (number) => `Your report has arrived, number ${number}.`,
  photosMissing: (count) => (count === 1 ? 'We could not take one photo.' : `We could not take ${count} photos.`),
  photosNote: (system, lines) => `These photos from ${system} are missing here:\n${lines}`,
  photoUnreachable: (address) => `${address} (out of reach)`,
  photoNoPicture: (address) => `${address} (no photo that we can read)`,
  photoTooMany: (address) => `${address} (more than 5 photos)`,
  photosLeft: (count) =>
    count === 1
      ? 'One photo is not there: the report has 5 already.'
      : `${count} photos are not there: a report has no more than 5.`,
  update: {
    head: (system, name) => {
      if (name === system) return `${system} writes:`
      return name ? `${name} writes by ${system}:` : `Message by ${system}:`
    },
    status: (status) => `Status there: ${status}.`,
    statuses: {
      open: 'open',
      closed: 'closed',
      fixed: 'fixed',
      reopen: 'reopened',
      in_progress: 'in progress',
      planned: 'planned',
      action_scheduled: 'scheduled',
      investigating: 'being investigated',
      duplicate: 'reported twice',
      not_councils_responsibility: 'not responsible',
      no_further_action: 'no further action',
      internal_referral: 'referred internally',
      cancelled: 'cancelled',
    },
  },
}
