/** What a partner's system asks about a service: its service definition. */
import { DeliveryError } from '../errors.ts'
import type { OutgoingAnswer } from '../ports.ts'
import { type Foreign, listIn, readForeign, wordsIn } from './foreign-xml.ts'
import { get, isFine, isOutOfOrder, LONGEST_ID, requireFine, type System } from './open311-wire.ts'

/** A question of theirs. */
export type Question = {
  code: string
  words: string
  required: boolean
  /** Filled by systems, never by people: theirs demand nothing of us that we do not know by its name. */
  isAutomatic: boolean
  takesSeveral: boolean
  /** Empty: anything goes. */
  options: { key: string; name: string }[]
}

/**
 * What is asked about a service; nothing where it has no definition.
 * @throws DeliveryError `partner_down` where it may have one, later
 */
export async function readQuestions(system: System, service: string): Promise<Question[]> {
  const answer = await get(system, `services/${encodeURIComponent(service)}.xml`, {})
  if (isOutOfOrder(answer) && (await mayHaveQuestions(system, service))) requireFine(answer)
  if (!isFine(answer)) return []
  return listIn(definitionIn(answer), 'attribute')
    .map(questionOf)
    .filter((question): question is Question => question !== null)
}

/** Where its list of services says that there are none, nobody waits for them. */
async function mayHaveQuestions(system: System, service: string): Promise<boolean> {
  const answer = await get(system, 'services.xml', {})
  if (!isFine(answer)) return true
  const found = listIn(definitionIn(answer), 'service').find((one) => wordsIn(one, 'service_code') === service)
  return wordsIn(found, 'metadata').toLowerCase() !== 'false'
}

/** Some answer with a page that says there is none. */
function definitionIn(answer: OutgoingAnswer): Foreign {
  try {
    return readForeign(answer)
  } catch (error) {
    if (error instanceof DeliveryError) return {}
    throw error
  }
}

/** As `attribute[code]` can carry it. */
const CODE = /^[^\s[\]]{1,200}$/

/** Null for what is only there to be read. */
function questionOf(attribute: Foreign): Question | null {
  const of = (name: string) => wordsIn(attribute, name)
  const code = of('code')
  if (of('variable').toLowerCase() === 'false' && of('automated') === '') return null
  if (!CODE.test(code)) return null
  return {
    code,
    words: of('description').slice(0, LONGEST_ID),
    required: of('required').toLowerCase() === 'true',
    isAutomatic: of('automated') !== '',
    takesSeveral: of('datatype').toLowerCase() === 'multivaluelist',
    options: listIn(attribute, 'value').map((value) => ({ key: wordsIn(value, 'key'), name: wordsIn(value, 'name') })),
  }
}
