import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'

/** Hidden until the script that listens to the keys has arrived. */
export function KeyHints({ language }: { language: Language }) {
  const { keys } = words(language).clerk
  return (
    <p class="key-hints" data-needs-script hidden>
      <span>
        <kbd class="keycap">j</kbd> <kbd class="keycap">k</kbd> {keys.move}
      </span>
      <span>
        <kbd class="keycap">↵</kbd> {keys.open}
      </span>
      <button type="button" class="key-hints__all" data-keys-open>
        <kbd class="keycap">?</kbd> {keys.all}
      </button>
    </p>
  )
}
