import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { FieldError } from '../ui/FieldError.tsx'
import { type FieldProblem, fieldId, problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { Island } from '../ui/Island.tsx'
import { PHOTO_KINDS } from '../ui/photo-kinds.ts'

/** Kept by the server; `removePath` takes a POST. */
export type KeptPhoto = { id: string; src: string; removePath: string }

export type PhotoFieldProps = {
  language: Language
  /** Takes a POST with a file `photo`. Without a draft it begins one and says its address. */
  uploadPath: string
  photos: KeptPhoto[]
  /** The field is called `photo`. */
  problems?: FieldProblem[]
}

const MOST = 5

/**
 * Photos of a report that is being written, inside its form. Without script the files go with the form (which must be
 * multipart) as `photo`, and a button removes one. With script they go at once by themselves; the hidden fields
 * `photoLat` and `photoLon` get the place of the first photo that has one, and an event `photo-place` tells it.
 */
export function PhotoField({ language, uploadPath, photos, problems = [] }: PhotoFieldProps) {
  const { photos: w } = words(language)
  const problem = problemOf(problems, 'photo')
  const id = fieldId('photo')
  return (
    <Island
      name="PhotoField"
      class={`field photos${problem ? ' field--error' : ''}`}
      props={{ uploadPath, most: MOST, words: islandWords(language) }}
    >
      <label class="field__label" for={id}>
        {w.label} <span class="field__optional">({w.upTo})</span>
      </label>
      <FieldError name="photo" message={problem} />
      <div class="photos__tiles">
        <ul class="photos__list" data-photos hidden={photos.length === 0}>
          {photos.map((photo, index) => (
            <li key={photo.id} class="photo" data-id={photo.id} data-remove={photo.removePath}>
              <img class="photo__picture" src={photo.src} alt={w.photo(index + 1)} width="96" height="96" />
              <button
                type="submit"
                class="photo__remove"
                formAction={photo.removePath}
                formNoValidate
                aria-label={w.removeNamed(index + 1)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        <div class="photos__choose" data-choose hidden={photos.length >= MOST}>
          <input
            id={id}
            class="photos__input file"
            type="file"
            name="photo"
            accept={PHOTO_KINDS}
            multiple
            aria-describedby={`${id}-hint${problem ? ` ${id}-error` : ''}`}
          />
          <span class="photos__add" aria-hidden="true">
            <Icon name="camera" size="l" />
            {w.add}
          </span>
        </div>
      </div>
      <p class="photos__hint" id={`${id}-hint`}>
        <Icon name="lock" />
        <span data-without-script>{w.hintServer}</span>
        <span data-needs-script>{w.hint}</span>
      </p>
      <p class="photos__place" data-place hidden>
        <Icon name="map-pin" /> {w.placeTaken}
      </p>
      <input type="hidden" name="photoLat" data-lat />
      <input type="hidden" name="photoLon" data-lon />
      <p class="sr" role="status" data-said />
    </Island>
  )
}

/** Words with a number or a file's name in them, with `{}` where it goes: props of an island are plain data. */
function islandWords(language: Language) {
  const { photos: w } = words(language)
  return {
    remove: w.remove,
    removeNamed: w.removeNamed(0).replace('0', '{}'),
    photo: w.photo(0).replace('0', '{}'),
    shrinking: w.shrinking,
    sending: w.sending,
    again: w.again,
    interrupted: w.interrupted,
    ready: w.said.ready(0).replace('0', '{}'),
    removed: w.said.removed(0).replace('0', '{}'),
    tooLarge: w.refused.photo_too_large('{}'),
    tooMany: w.refused.photos_too_many('{}'),
    wrong: {
      video: w.refused.photo_wrong_kind.video('{}'),
      heic: w.refused.photo_wrong_kind.heic('{}'),
      gif: w.refused.photo_wrong_kind.gif('{}'),
      pdf: w.refused.photo_wrong_kind.pdf('{}'),
      other: w.refused.photo_wrong_kind.other('{}'),
    },
  }
}

export type PhotoFieldIsland = { uploadPath: string; most: number; words: ReturnType<typeof islandWords> }
