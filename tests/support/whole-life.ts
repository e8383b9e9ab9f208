/** A report with everything that can be in one, each word marked, and closed. */
import { addOwnPhoto, addResultPhoto, requirePhoto } from '../../server/photos/report-photos.ts'
import { answerQuestion } from '../../server/reports/answer-question.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { followReport } from '../../server/reports/follow-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { objectToEnd } from '../../server/reports/object-to-end.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import type { SubmitReportInput } from '../../server/reports/submit-report.ts'
import { tellAll } from './outside.ts'
import { CITIZEN } from './people.ts'
import { paintedPhoto } from './photos.ts'
import { submitPothole } from './reports.ts'
import type { World } from './world.ts'

/** In every text, contact, note and file name. Written small, since addresses are compared so. */
export const CANARY = 'kanarienvogel'

/** Marked from its first word to the objection to its end; public, with its text. Mails of it are sent. */
export async function wholeLife(world: World, more: Partial<SubmitReportInput> = {}) {
  const { report, trackingToken } = await submitPothole(world, {
    description: `${CANARY} in der Beschreibung`,
    address: `${CANARY}-Straße 1`,
    contact: { name: `${CANARY} Name`, email: `${CANARY}@post.example`, phone: `05222 ${CANARY}` },
    answers: { size: 'wheel' },
    ...more,
  })
  const { number, id } = report
  const Bernd = await world.as(world.people.Bernd)
  const Anna = await world.asActor({ kind: 'reporter', reportId: id })
  const name = `${CANARY}.jpg`
  await addOwnPhoto(Anna, world.deps, { number, file: { name, bytes: await paintedPhoto(90, 60) } })
  const photo = await requirePhoto(world.deps.photos, { name, bytes: await paintedPhoto(60, 90) })
  await addResultPhoto(Bernd, world.deps.blobs, { number, name, photo })
  await setVisibility(Bernd, { number, version: 3, what: 'report', visibility: 'shown' })
  await setVisibility(Bernd, { number, version: 4, what: 'text', visibility: 'shown' })
  await noteReport(Bernd, { number, text: `${CANARY} im Vermerk` })
  await askReporter(Bernd, { number, version: 6, text: `${CANARY} in der Frage`, days: 14 })
  await answerQuestion(Anna, { number, version: 7, text: `${CANARY} in der Auskunft` })
  await answerReport(Bernd, { number, version: 8, answer: `${CANARY} in der Antwort` })
  await followReport(await world.as(CITIZEN), { number, email: `${CANARY}.folgt@post.example` })
  await closeReport(Bernd, { number, version: 9, reason: 'repaired', answer: `${CANARY} am Ende`, silent: false })
  await objectToEnd(Anna, { number, version: 10, text: `${CANARY} im Einwand` })
  await tellAll(world)
  return { number, id, trackingToken, version: 11 }
}
