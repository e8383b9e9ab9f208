import { Button } from '../ui/Button.tsx'

type Props = { action: string; delivery: string; label: string; about: string }

/** Something that was to be delivered goes out once more. */
export function AgainForm({ action, delivery, label, about }: Props) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="delivery" value={delivery} />
      <Button kind="secondary" size="s">
        {label}
        <span class="sr"> ({about})</span>
      </Button>
    </form>
  )
}
