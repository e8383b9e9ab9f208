/** The platform's own sign; towns bring theirs as an image. */
export function Logo() {
  return (
    <svg
      class="brand__logo brand__logo--platform"
      viewBox="0 0 36 36"
      width="36"
      height="36"
      aria-hidden="true"
      focusable="false"
    >
      <path class="brand__drop" d="M18 35S5 23.5 5 14a13 13 0 0 1 26 0c0 9.5-13 21-13 21z" />
      <path class="brand__letter" d="M12 19.5l4.6-11h2.8l4.6 11M14 15.5h8" />
    </svg>
  )
}
