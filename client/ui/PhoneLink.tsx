/** A number to tap, whatever way it is written. */
export function PhoneLink({ number, label }: { number: string; label?: string }) {
  return (
    <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {label && <span class="sr">{label}: </span>}
      {number}
    </a>
  )
}
