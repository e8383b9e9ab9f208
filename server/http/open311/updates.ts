/**
 * servicerequestupdates.{xml,json}, FixMyStreet's extension: what became of reports, for whoever asks, and also of those
 * that are not public for the system that filed them; and what was said about them elsewhere, from whoever has a key.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import { keyIdOf, useKey } from '../../keys/use-key.ts'
import { gatherPhotos } from '../../photos/gather-photos.ts'
import { keepPhotos } from '../../photos/keep-photos.ts'
import { missingNote } from '../../photos/missing-note.ts'
import { ReportNumber } from '../../reports/inputs.ts'
import { listPublicUpdates, type PublicUpdate } from '../../reports/list-public-updates.ts'
import { TakeUpdate, type TakeUpdateInput, takeUpdate, wasTaken } from '../../reports/take-update.ts'
import type { AppEnv } from '../app-env.ts'
import { bearerOf } from '../middleware/by-key.ts'
import { filesOf, keyOf, readForm, textOf, textsOf } from './form.ts'
import { answer, stamp } from './format.ts'
import { moment, moments, paging, parsed, readQuery, spanEnding } from './query.ts'
import { photoUrl } from './request-item.ts'
import { entrySentence, entryStatus } from './status-words.ts'

type C = Context<AppEnv>

const UpdateQuery = z.object({ ...moments, ...paging })
/** What FixMyStreet asks for by itself. */
const USUAL_SPAN_MS = 2 * 3_600_000

export const updates = new Hono<AppEnv>()
  .on('GET', ['/servicerequestupdates.xml', '/servicerequestupdates.json'], async (c) => {
    const { start_date, end_date, page, page_size: limit } = readQuery(c, UpdateQuery)
    const span = spanEnding(end_date ?? c.var.deps.now(), { start: start_date, usualMs: USUAL_SPAN_MS })
    // A header stands in no log.
    const keyId = await keyIdOf(c.var.ctx, keyOf(c) || bearerOf(c))
    const source = keyId && `open311/${keyId}`
    const found = await listPublicUpdates(c.var.ctx, { ...span, keyId }, { limit, offset: (page - 1) * limit })
    const items = found.map((update) => updateItem(c, update, update.origin?.source === source ? update.origin : null))
    if (keyId) c.header('Cache-Control', 'private, no-store')
    return answer(c, 'service_request_updates', items)
  })
  .on('POST', ['/servicerequestupdates.xml', '/servicerequestupdates.json'], async (c) => {
    const form = await readForm(c)
    const ctx = await useKey(c.var.ctx, keyOf(c, form), 'update')
    const update = updateOf(form)
    if (!(await wasTaken(ctx, update))) {
      const sent = { files: await filesOf(form), addresses: textsOf(form, 'media_url') }
      const { cleaned, missing } = await gatherPhotos(c.var.deps, sent)
      const photos = await keepPhotos(ctx, c.var.deps.blobs, cleaned)
      await takeUpdate(ctx, { ...update, photos, more: missingNote(ctx.actor.name, missing) })
    }
    return answer(c, 'service_request_updates', [{ update_id: update.updateId }])
  })

/** `fixmystreet_id` goes before our own number there, so only the system whose it is may read it. */
function updateItem(c: C, { id, number, department, entry, photos }: PublicUpdate, origin: { ref: string } | null) {
  return {
    update_id: id,
    service_request_id: String(number),
    ...(origin ? { fixmystreet_id: origin.ref } : {}),
    status: entryStatus(entry),
    updated_datetime: stamp(entry.at),
    description: entrySentence(c, entry, department),
    media_url: photos.length > 0 ? photos.map((photo) => photoUrl(c, number, photo)) : null,
  }
}

/** @throws not_found for what is no number of ours; invalid with a pointer per field */
function updateOf(form: FormData): TakeUpdateInput {
  const fields = parsed(UpdateForm, {
    service_request_id: textOf(form, 'service_request_id'),
    update_id: textOf(form, 'update_id'),
    status: textOf(form, 'status'),
    updated_datetime: textOf(form, 'updated_datetime'),
    description: textOf(form, 'description'),
    first_name: ['first_name', 'last_name']
      .flatMap((field) => textOf(form, field) ?? [])
      .filter((name) => name !== '-')
      .join(' '),
  })
  const number = ReportNumber.safeParse(fields.service_request_id)
  if (!number.success) throw notFound('report_not_found')
  const { update_id: updateId, status, description: text, first_name: name } = fields
  return { number: number.data, updateId, status, text, name }
}

const UpdateForm = z.object({
  service_request_id: z.string(),
  update_id: TakeUpdate.shape.updateId,
  status: TakeUpdate.shape.status,
  updated_datetime: moment,
  description: TakeUpdate.shape.text,
  first_name: TakeUpdate.shape.name,
})
