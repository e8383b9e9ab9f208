import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { ResultPhotoField } from './ResultPhotoField.tsx'
import type { ClerkPhoto, ClerkReportPageProps } from './report-props.ts'

/** Photos of the report: each opens in full, and is published or hidden by itself. */
export function ReportPhotos(page: ClerkReportPageProps) {
  const { frame, photos, photoAction } = page
  const { photos: w, clerk } = words(frame.language)
  if (photos.length === 0 && !photoAction && !page.erased.photos) return null
  return (
    <section class="matter__photos" aria-labelledby="fotos">
      <h2 class="sr" id="fotos">
        {w.title}
      </h2>
      {page.erased.photos && <p class="muted">{page.erased.photos}</p>}
      {photos.length > 0 && (
        <ul class="case-photos">
          {photos.map((photo) => (
            <Photo key={photo.id} page={page} photo={photo} />
          ))}
        </ul>
      )}
      {photoAction && (
        <details class="add-photo" open={page.photoError !== undefined}>
          <summary>
            <Icon name="camera" /> {w.addResultTo}
          </summary>
          <form method="post" action={photoAction} encType="multipart/form-data" noValidate data-busy={clerk.busy}>
            <ResultPhotoField language={frame.language} id="result" error={page.photoError} />
            <button type="submit" class="btn btn--secondary btn--staff">
              <span>{w.addResult}</span>
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

function Photo({ page, photo }: { page: ClerkReportPageProps; photo: ClerkPhoto }) {
  const { photos: w, clerk } = words(page.frame.language)
  const { id, href, thumb, alt, caption, visibility, mayChange } = photo
  const isShown = visibility === 'shown'
  return (
    <li class="case-photo">
      <a href={href} target="_blank" rel="noopener">
        <img src={thumb} alt={alt} width="186" height="140" loading="lazy" />
        <span class="sr">, {w.open}</span>
      </a>
      <p class="case-photo__caption">{caption}</p>
      <div class="visibility">
        <span class="visibility__state">
          <Icon name={isShown ? 'eye' : 'eye-off'} />
          <span>{w.state[visibility]}</span>
        </span>
        {mayChange && (
          <form class="direct" method="post" action={page.actionHref('photo-visibility')} data-busy={clerk.busy}>
            <input type="hidden" name="version" value={page.version} />
            <input type="hidden" name="photo" value={id} />
            <input type="hidden" name="visibility" value={isShown ? 'hidden' : 'shown'} />
            <button type="submit" class="btn btn--link">
              {isShown ? w.hide : w.publish}
              <span class="sr">: {alt}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  )
}
