/** What a key of a blob looks like, wherever blobs lie. */

/** Our own keys and nothing else, so that no key leads out of the folder. */
export const BLOB_KEY = /^[a-z][a-z0-9-]*\/photos\/[0-9a-f-]{36}(-small)?\.(jpg|png|webp)$/

export function requireBlobKey(key: string): string {
  if (!BLOB_KEY.test(key)) throw new Error('not a key of a blob')
  return key
}
