/** Photos that another system sends along, as files or as addresses to fetch them from. What fails is named, not fatal. */
import { DeliveryError } from '../errors.ts'
import type { CleanPhoto, Outgoing, Photos } from '../ports.ts'
import { isRefused, MOST_PHOTO_BYTES, MOST_PHOTOS, type PhotoFile, tryPhotos } from './photo-file.ts'

/** Another system's photos lie ready; who lets us wait longer has none. */
const FETCH_MS = 15_000

export type MissingPhoto = { name: string; because: 'unreachable' | 'no_picture' | 'too_many' }
export type Gathered = { cleaned: CleanPhoto[]; missing: MissingPhoto[] }

type Sent = { files: readonly PhotoFile[]; addresses: readonly string[] }
type Sources = { outgoing: Outgoing; photos: Photos }

/** At most five; files come first. */
export async function gatherPhotos({ outgoing, photos }: Sources, { files, addresses }: Sent): Promise<Gathered> {
  const room = Math.max(0, MOST_PHOTOS - files.length)
  const distinct = [...new Set(addresses)]
  const fetched = await Promise.all(distinct.slice(0, room).map((url) => fetchPhoto(outgoing, url)))
  const there = [...files.slice(0, MOST_PHOTOS), ...fetched.filter((one): one is PhotoFile => 'bytes' in one)]
  const outcomes = await tryPhotos(photos, there)
  const tooMany = [...files.slice(MOST_PHOTOS).map(({ name }) => name), ...distinct.slice(room)]
  return {
    cleaned: outcomes.filter((one): one is CleanPhoto => !isRefused(one)),
    missing: [
      ...fetched.filter((one): one is MissingPhoto => 'because' in one),
      ...outcomes.filter(isRefused).map(({ name }) => ({ name, because: 'no_picture' as const })),
      ...tooMany.map((name) => ({ name, because: 'too_many' as const })),
    ],
  }
}

async function fetchPhoto(outgoing: Outgoing, url: string): Promise<PhotoFile | MissingPhoto> {
  const missing = { name: url, because: 'unreachable' as const }
  try {
    const { status, bytes } = await outgoing.call({
      url,
      method: 'GET',
      headers: { Accept: 'image/*' },
      timeoutMs: FETCH_MS,
      mostBytes: MOST_PHOTO_BYTES,
    })
    return status === 200 ? { name: url, bytes } : missing
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    return missing
  }
}
