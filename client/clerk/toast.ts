/** What a change has done stays as long as it can be undone, and while somebody is at it. */

export function startToast(): void {
  const toast = document.querySelector<HTMLElement>('[data-toast]')
  if (!toast) return
  toast.classList.add('is-floating')
  forgetInAddress()
  toast.querySelector('[data-toast-close]')?.addEventListener('click', () => toast.remove())
  const undo = toast.querySelector<HTMLElement>('[data-undo]')
  if (undo) countDown(toast, undo)
}

function countDown(toast: HTMLElement, undo: HTMLElement): void {
  const seconds = undo.querySelector<HTMLElement>('[data-seconds]')
  const end = Date.now() + Number(undo.dataset.undo) * 1000
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000))
    if (seconds) seconds.textContent = (seconds.textContent ?? '').replace(/\d+/, String(left))
    if (left > 0 || toast.contains(document.activeElement)) return
    clearInterval(timer)
    if (toast.classList.contains('toast--stays')) undo.remove()
    else toast.remove()
  }, 1000)
}

/** Said once: a reload or a shared address does not say it again. */
function forgetInAddress(): void {
  const url = new URL(location.href)
  for (const name of ['getan', 'zahl', 'nicht', 'schritt', 'bis']) url.searchParams.delete(name)
  history.replaceState(history.state, '', url)
}
