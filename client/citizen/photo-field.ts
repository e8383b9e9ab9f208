/** Photos chosen in the form: shrunk, sent at once, shown as tiles that say how it stands. */
import type { PhotoFieldIsland } from './PhotoField.tsx'
import { photoTile, type Tile } from './photo-tile.ts'
import { sendPhoto, UploadError } from './send-photo.ts'
import { shrunk, Unreadable } from './shrink-photo.ts'

const MOST_BYTES = 10 * 1024 * 1024

export function start(element: HTMLElement, { uploadPath, most, words }: PhotoFieldIsland) {
  const list = element.querySelector<HTMLElement>('[data-photos]')!
  const choose = element.querySelector<HTMLElement>('[data-choose]')!
  const input = element.querySelector<HTMLInputElement>('input[type=file]')!
  const said = element.querySelector<HTMLElement>('[data-said]')!
  let path = uploadPath
  const underWay = new Set<Promise<unknown>>()
  holdUntilSent(element.closest('form'), underWay)
  /** One at a time: a photo as a picture in memory is large, and the first one sent begins the draft of the others. */
  const shrinkInTurn = inTurn()
  const sendInTurn = inTurn()

  const numberOf = (tile: Element) => [...list.children].indexOf(tile) + 1
  /** What could not be taken takes no room. */
  const isFull = () => list.querySelectorAll('li:not(.photo--failed)').length >= most
  const say = (text: string) => {
    said.textContent = text
  }

  function settle() {
    list.hidden = list.children.length === 0
    choose.hidden = isFull()
    for (const [index, tile] of [...list.children].entries()) {
      tile.querySelector('.photo__remove')?.setAttribute('aria-label', fill(words.removeNamed, index + 1))
      const name = fill(words.photo, index + 1)
      tile.querySelector('img')?.setAttribute('alt', name)
      tile.querySelector('canvas')?.setAttribute('aria-label', name)
    }
  }

  function add(files: File[]) {
    for (const file of files) {
      if (isFull()) return say(fill(words.tooMany, file.name))
      const tile = photoTile(words)
      list.append(tile.element)
      tile.onRemove(() => remove(tile))
      const send = () => {
        const sending = upload(tile, file)
        underWay.add(sending)
        void sending.finally(() => underWay.delete(sending))
      }
      tile.onRetry(send)
      settle()
      send()
    }
  }

  async function upload(tile: Tile, file: File) {
    try {
      tile.busy(words.shrinking)
      const { blob, preview, place } = await shrinkInTurn(() => shrunk(file))
      tile.show(preview)
      settle()
      if (place) takePlace(element, place)
      if (blob.size > MOST_BYTES) return fail(tile, fill(words.tooLarge, file.name))
      tile.busy(words.sending)
      const { item, refused } = await sendInTurn(async () => {
        const answer = await sendPhoto(path, { blob, name: file.name, onProgress: tile.progress })
        if (answer.draft) begin(answer.draft)
        return answer
      })
      if (!item) return fail(tile, refused ?? words.interrupted)
      tile.ready(item.removePath)
      // Removed while it was on its way.
      if (!tile.element.isConnected) void post(item.removePath)
      else say(fill(words.ready, numberOf(tile.element)))
    } catch (error) {
      if (error instanceof Unreadable) return fail(tile, fill(words.wrong[error.kind], file.name))
      if (error instanceof UploadError) return fail(tile, error.sentence ?? words.interrupted, 'again')
      throw error
    }
  }

  function fail(tile: Tile, why: string, again?: 'again') {
    tile.failed(why, again === 'again')
    settle()
    say(`${fill(words.photo, numberOf(tile.element))}: ${why}`)
  }

  /** The draft has an address now: the form and later photos go there. */
  function begin(draft: string) {
    path = `${draft}/fotos`
    element.dispatchEvent(new CustomEvent('photo-draft', { bubbles: true, detail: { draft } }))
  }

  function remove(tile: Tile) {
    const { removePath } = tile
    takeAway(tile.element)
    if (removePath) void post(removePath)
  }

  /** One that the server has drawn. */
  function removeKept(button: Element) {
    const tile = button.closest('li')
    if (!tile) return
    takeAway(tile)
    void post(button.getAttribute('formaction') ?? '')
  }

  function takeAway(tile: Element) {
    const number = numberOf(tile)
    tile.remove()
    settle()
    say(fill(words.removed, number))
    // The button that had the focus is gone.
    input.focus()
  }

  return { add, removeKept }
}

/** Leaving the page would end what is on its way: the step goes on as soon as the photos are there. */
function holdUntilSent(form: HTMLFormElement | null, underWay: Set<Promise<unknown>>) {
  form?.addEventListener(
    'submit',
    (event) => {
      if (underWay.size === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const button = event.submitter
      void Promise.allSettled(underWay).then(() => form.requestSubmit(button))
    },
    { capture: true },
  )
}

/** Begins a work when the one before has ended, however it ended. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}

const fill = (words: string, what: string | number) => words.replace('{}', String(what))

const post = (path: string) =>
  fetch(path, { method: 'POST', headers: { Accept: 'application/json' } }).catch(() => undefined)

/** Told to the form, once: the first photo that knows where it was taken. It leaves the device only with the form. */
function takePlace(element: HTMLElement, place: { lat: number; lon: number }) {
  const lat = element.querySelector<HTMLInputElement>('[data-lat]')!
  const lon = element.querySelector<HTMLInputElement>('[data-lon]')!
  if (lat.value) return
  lat.value = place.lat.toFixed(6)
  lon.value = place.lon.toFixed(6)
  element.querySelector<HTMLElement>('[data-place]')!.hidden = false
  element.dispatchEvent(new CustomEvent('photo-place', { bubbles: true, detail: place }))
}
