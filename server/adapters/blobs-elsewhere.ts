/** Where no photos are kept, they are refused rather than lost. */
import { AppError } from '../errors.ts'
import type { Blobs } from '../ports.ts'

const refuse = () => Promise.reject(new AppError('unavailable', 'photos_unavailable'))

export const noBlobs: Blobs = { put: refuse, get: refuse, remove: refuse }
