import { ButtonLink } from './Button.tsx'

type Props = {
  /** Address of the page before, and of the one that follows. */
  previous?: string | undefined
  next?: string | undefined
  words: { pages: string; previous: string; next: string }
  class?: string
}

/** Back and on through a long list; nothing where there is one page. */
export function Pager({ previous, next, words, class: more }: Props) {
  if (!previous && !next) return null
  return (
    <nav class={more ? `${more} actions` : 'actions'} aria-label={words.pages}>
      {previous && (
        <ButtonLink href={previous} kind="secondary" size="s" rel="prev">
          {words.previous}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} kind="secondary" size="s" rel="next">
          {words.next}
        </ButtonLink>
      )}
    </nav>
  )
}
