import { comeAlive } from '../../ui/needs-script.ts'
import type { PhotoFieldIsland } from '../PhotoField.tsx'

/** What reads, shrinks and sends comes with the first photo. */
export function wake(element: HTMLElement, props: PhotoFieldIsland) {
  const input = element.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) return
  element.classList.add('photos--live')
  element.querySelector('[data-without-script]')?.remove()
  comeAlive(element.querySelector('[data-needs-script]'))
  const live = () => import('../photo-field.ts').then(({ start }) => start(element, props))
  let field: ReturnType<typeof live> | undefined

  const take = async () => {
    const files = [...(input.files ?? [])]
    if (files.length === 0) return
    // They go by themselves, and not once more with the form.
    input.value = ''
    field ??= live()
    ;(await field).add(files)
  }
  input.addEventListener('change', take)
  element.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest('[formaction]') : null
    if (!button) return
    event.preventDefault()
    field ??= live()
    ;(await field).removeKept(button)
  })
  // Chosen before this script had come, or kept by the browser over a reload.
  void take()
}
