type Props = {
  id: string
  label: string
  code: string
  words: { copy: string; copied: string; toCopy: (what: string) => string }
}

/** Text to take along. It scrolls by keyboard where it is wider than the page. */
export function CodeBlock({ id, label, code, words }: Props) {
  return (
    <div class="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="code__box" tabIndex={0} aria-label={words.toCopy(label)}>
        <pre id={id}>
          <code>{code}</code>
        </pre>
      </section>
      <button
        type="button"
        class="btn btn--secondary btn--staff"
        data-copy={id}
        data-copied={words.copied}
        data-needs-script
        hidden
      >
        <span data-label aria-live="polite">
          {words.copy}
        </span>
        <span class="sr">: {label}</span>
      </button>
    </div>
  )
}
