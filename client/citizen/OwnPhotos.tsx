import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { fieldId } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { PHOTO_KINDS } from '../ui/photo-kinds.ts'

export type OwnPhoto = {
  src: string
  thumb: string
  alt: string
  isResult: boolean
  visibility: 'waiting' | 'shown' | 'hidden'
}

export type OwnPhotosProps = {
  language: Language
  photos: OwnPhoto[]
  /** Where one more is sent; absent when none is taken any more. */
  action?: string
  error?: string
  /** One has just arrived. */
  added?: boolean
}

/** The reporter's photos, who sees them, and a field for one more. */
export function OwnPhotos({ language, photos, action, error, added }: OwnPhotosProps) {
  const { photos: w } = words(language)
  if (photos.length === 0 && !action) return null
  return (
    <section aria-labelledby="fotos">
      <h2 id="fotos">{photos.some(({ isResult }) => isResult) ? w.title : w.yours}</h2>
      {added && (
        <Note tone="ok" role="status">
          <p>{w.added}</p>
        </Note>
      )}
      {photos.length > 0 && (
        <ul class="own-photos">
          {photos.map(({ src, thumb, alt, isResult, visibility }) => (
            <li key={src} class="own-photos__one">
              <a href={src}>
                <img class="photo__picture" src={thumb} alt={alt} width="112" height="112" loading="lazy" />
                <span class="sr">, {w.open}</span>
              </a>
              <span class="own-photos__state">
                {isResult ? (
                  w.result
                ) : (
                  <>
                    <Icon name={visibility === 'shown' ? 'eye' : 'eye-off'} size="s" /> {w.state[visibility]}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {action && (
        <form class="own-photos__form" method="post" action={action} encType="multipart/form-data" noValidate>
          <FieldFrame name="photo" label={w.addMore} hint={w.hintServer} error={error}>
            <input
              id={fieldId('photo')}
              class="photos__input file"
              type="file"
              name="photo"
              accept={PHOTO_KINDS}
              aria-describedby={`${fieldId('photo')}-hint${error ? ` ${fieldId('photo')}-error` : ''}`}
            />
          </FieldFrame>
          <Button kind="secondary" icon="camera">
            {w.send}
          </Button>
        </form>
      )}
    </section>
  )
}
