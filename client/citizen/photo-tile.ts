/** A tile of the photo field: being shrunk, on its way, ready, or failed with its reason. */
import type { PhotoFieldIsland } from './PhotoField.tsx'

export type Tile = ReturnType<typeof photoTile>

export function photoTile(words: PhotoFieldIsland['words']) {
  const element = document.createElement('li')
  element.className = 'photo photo--busy'
  const state = add(element, 'div', 'photo__state')
  const label = add(state, 'span', 'photo__label')
  const bar = add(state, 'progress', 'photo__bar')
  bar.max = 1
  bar.hidden = true
  const again = add(element, 'button', 'photo__again btn btn--secondary btn--s')
  again.type = 'button'
  again.textContent = words.again
  again.hidden = true
  const remove = add(element, 'button', 'photo__remove')
  remove.type = 'button'
  remove.append(cross())

  const tile = {
    element,
    removePath: undefined as string | undefined,
    onRemove: (act: () => void) => remove.addEventListener('click', act),
    onRetry: (act: () => void) => again.addEventListener('click', act),
    show(preview: HTMLCanvasElement) {
      element.querySelector('canvas')?.remove()
      preview.className = 'photo__picture'
      preview.setAttribute('role', 'img')
      element.prepend(preview)
    },
    busy(words: string) {
      element.className = 'photo photo--busy'
      state.hidden = false
      label.textContent = words
      again.hidden = true
      bar.hidden = false
      bar.removeAttribute('value')
      bar.setAttribute('aria-label', words)
    },
    progress(share: number) {
      bar.value = share
    },
    ready(removePath: string) {
      tile.removePath = removePath
      element.className = 'photo'
      state.hidden = true
    },
    failed(why: string, canRetry: boolean) {
      element.className = 'photo photo--failed'
      state.hidden = false
      label.textContent = why
      bar.hidden = true
      again.hidden = !canRetry
    },
  }
  return tile
}

function add<Name extends keyof HTMLElementTagNameMap>(to: Element, name: Name, className: string) {
  const child = document.createElement(name)
  child.className = className
  to.append(child)
  return child
}

const SVG = 'http://www.w3.org/2000/svg'

/** The icon of the tiles that the server draws. */
function cross(): SVGElement {
  const icon = document.createElementNS(SVG, 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('class', 'icon')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M6 6l12 12M18 6L6 18')
  icon.append(path)
  return icon
}
