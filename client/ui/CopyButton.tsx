import { Button, type ButtonKind } from './Button.tsx'

type Props = {
  /** What is copied. */
  text: string
  words: { copy: string; copied: string }
  /** What it is, where there are several on a page. */
  about?: string
  kind?: ButtonKind
}

/** Only script can do it, so only script shows the button. */
export function CopyButton({ text, words, about, kind = 'secondary' }: Props) {
  const props = { text, copied: words.copied }
  return (
    <span class="copy no-print" data-island="CopyButton" data-props={JSON.stringify(props)} data-needs-script>
      <Button type="button" kind={kind} size="s" icon="copy">
        {words.copy}
        {about && <span class="sr">: {about}</span>}
      </Button>
      <span class="sr" role="status" />
    </span>
  )
}
