/** A file as somebody sends it, what is wrong with it, and what is kept of it. */

import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import { AppError } from '../errors.ts'
import type { Blobs, CleanPhoto, Photos } from '../ports.ts'
import type { ForeignKind } from './picture-header.ts'

export const MOST_PHOTOS = 5
/** Of one file as it is sent. */
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024

export type PhotoFile = { name: string; bytes: Uint8Array }
export type Stores = { blobs: Blobs; photos: Photos }
export type PhotoReason =
  | 'photo_wrong_kind'
  | 'photo_broken'
  | 'photo_too_large'
  | 'photo_too_many_pixels'
  | 'photos_too_many'
  | 'photos_town_full'
export type RefusedPhoto = { name: string; reason: PhotoReason; kind?: ForeignKind | undefined }

/** Why an adapter does not take it. */
export const photoRefused = (reason: PhotoReason, kind?: ForeignKind) =>
  new AppError('invalid', reason, { facts: { kind } })

/** The place where photos lie does not answer, or has no room. Nothing was taken; what was typed is still there. */
export const photosOutOfReach = (cause: unknown) => new AppError('unavailable', 'photos_unavailable', { cause })

/** The clean photo, or why there is none. One bad file never loses the good ones. */
export async function tryPhoto(photos: Photos, file: PhotoFile): Promise<CleanPhoto | RefusedPhoto> {
  const { name, bytes } = file
  if (bytes.byteLength > MOST_PHOTO_BYTES) return { name, reason: 'photo_too_large' }
  try {
    return await photos.clean(bytes)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error
    return { name, reason: error.reason as PhotoReason, kind: error.facts.kind as ForeignKind | undefined }
  }
}

export const isRefused = (outcome: CleanPhoto | RefusedPhoto): outcome is RefusedPhoto => 'reason' in outcome

/** Cleaned one after the other, since each may take hundreds of megabytes while it is worked on. */
export async function tryPhotos(photos: Photos, files: readonly PhotoFile[]): Promise<(CleanPhoto | RefusedPhoto)[]> {
  const outcomes = []
  for (const file of files) outcomes.push(await tryPhoto(photos, file))
  return outcomes
}

/** Names from phones are long and mean nothing; the end with its dot is what people know a file by. */
const MOST_NAME = 40

/** Says which file, what is wrong with it, and what to do. */
export function refusalSentence(language: Language, { name, reason, kind }: RefusedPhoto): string {
  const { refused } = words(language).photos
  const short = name.length > MOST_NAME ? `…${name.slice(-MOST_NAME)}` : name
  return reason === 'photo_wrong_kind' ? refused.photo_wrong_kind[kind ?? 'other'](short) : refused[reason](short)
}
