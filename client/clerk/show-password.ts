/** The eye beside a password. When the form is sent it is hidden again, so that no browser keeps it as a text. */
export function startShowPassword(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-show-password]')) {
    const input = document.getElementById(button.getAttribute('aria-controls') ?? '') as HTMLInputElement | null
    if (!input) continue
    const show = (isShown: boolean) => {
      input.type = isShown ? 'text' : 'password'
      button.setAttribute('aria-pressed', String(isShown))
    }
    button.addEventListener('click', () => show(input.type === 'password'))
    input.form?.addEventListener('submit', () => show(false))
  }
}
