/** Blobs as objects of an R2 bucket. A put is whole or not at all, and the next get has it (R2's own promise). */
import type { Blobs } from '../ports.ts'
import { requireBlobKey } from './blob-key.ts'

/** As much of R2 as we use; the Worker's binding of a bucket is one. */
export type Bucket = {
  put(key: string, bytes: Uint8Array, options: { httpMetadata: { contentType: string } }): Promise<unknown>
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>
  delete(key: string): Promise<void>
}

export function r2Blobs(bucket: Bucket): Blobs {
  return {
    async put(key, bytes, contentType) {
      await bucket.put(requireBlobKey(key), bytes, { httpMetadata: { contentType } })
    },
    async get(key) {
      const object = await bucket.get(requireBlobKey(key))
      return object && new Uint8Array(await object.arrayBuffer())
    },
    async remove(key) {
      await bucket.delete(requireBlobKey(key))
    },
  }
}
