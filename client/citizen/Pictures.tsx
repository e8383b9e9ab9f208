import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'

export type ShownPhoto = {
  /** In full size, and small. */
  src: string
  thumb: string
  /** Of the full one, in pixels. */
  width: number
  height: number
  alt: string
  /** Whose it is. */
  caption: string
  isResult: boolean
}

/** Longest side of the small picture. */
const THUMB_SIDE = 320

/** Photos of one report, equal in size; where the town shows the result, before and after are named. */
export function Pictures({ language, photos }: { language: Language; photos: ShownPhoto[] }) {
  const { photos: w } = words(language)
  const isPair = photos.some(({ isResult }) => isResult) && photos.some(({ isResult }) => !isResult)
  return (
    <ul class={`pictures${photos.length === 1 ? ' pictures--one' : ''}`} aria-label={w.title}>
      {photos.map((photo, index) => (
        <li key={photo.src}>
          <figure class="picture">
            <a class="picture__link" href={photo.src}>
              <Picture photo={photo} lazy={index > 1} sizes={photos.length === 1 ? WIDE : HALF} />
              <span class="sr">, {w.open}</span>
            </a>
            <figcaption class="picture__caption">
              {isPair && <strong>{photo.isResult ? w.after : w.before}</strong>}
              <span class="muted">{photo.caption}</span>
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}

/** How wide a picture stands, for browsers to choose the file: alone, and beside another. */
const WIDE = '(min-width: 40em) 33rem, 100vw'
const HALF = '(min-width: 40em) 22rem, 50vw'

function Picture({ photo, lazy, sizes }: { photo: ShownPhoto; lazy: boolean; sizes: string }) {
  const { src, thumb, width, height, alt } = photo
  const small = Math.round((width / Math.max(width, height, THUMB_SIDE)) * THUMB_SIDE)
  return (
    <img
      src={src}
      srcset={thumb === src ? undefined : `${thumb} ${small}w, ${src} ${width}w`}
      sizes={sizes}
      alt={alt}
      width={width}
      height={height}
      loading={lazy ? 'lazy' : undefined}
    />
  )
}
