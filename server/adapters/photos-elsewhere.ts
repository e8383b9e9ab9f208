/** Where photos can be neither cleaned nor kept, they are refused rather than kept as they come. */
import { AppError } from '../errors.ts'
import type { Blobs, Photos } from '../ports.ts'

const refuse = () => Promise.reject(new AppError('unavailable', 'photos_unavailable'))

export const noPhotos: Photos = { clean: refuse }
export const noBlobs: Blobs = { put: refuse, get: refuse, remove: refuse }
