/** Plain words of a town: a blank line begins a new paragraph, a line break stays one. */
export function Paragraphs({ text, lang }: { text: string; lang?: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} class="prose" lang={lang}>
          {paragraph.trim()}
        </p>
      ))}
    </>
  )
}
