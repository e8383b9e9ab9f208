import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'

/** Hidden until the script that listens to the keys has arrived. */
export function KeyHints({ language, canSelect = false }: { language: Language; canSelect?: boolean }) {
  const { clerk, desk } = words(language)
  const { keys } = clerk
  return (
    <p class="key-hints" data-needs-script>
      <span>
        <kbd class="keycap">j</kbd> <kbd class="keycap">k</kbd> {keys.move}
      </span>
      {canSelect && (
        <span>
          <kbd class="keycap">x</kbd> {desk.keys.choose}
        </span>
      )}
      <span>
        <kbd class="keycap">↵</kbd> {keys.open}
      </span>
      <button type="button" class="key-hints__all" data-keys-open>
        <kbd class="keycap">?</kbd> {keys.all}
      </button>
    </p>
  )
}
