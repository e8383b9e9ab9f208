/** By which way a report came that was sent with the form. */
import type { IntakeChannel } from '../../db/schema/reports.ts'

/** `via` of the links that chatbots hand out. */
export const CHATBOT = 'chatbot'

export const channelOf = (via: string | undefined): IntakeChannel => (via === CHATBOT ? 'chatbot' : 'web')
