/** What file fields offer: asked for these, phones hand over JPEG instead of HEIC. */
export const PHOTO_KINDS = 'image/jpeg,image/png,image/webp'
