import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { type Action, KEYS } from './actions.ts'

/** Opened by `?`. Without script nobody can call it, and the keys do nothing either. */
export function KeyList({ language }: { language: Language }) {
  const { actions, keys } = words(language).clerk
  const rows: [string, string][] = [
    ['/', keys.list.search],
    ['j', keys.list.down],
    ['k', keys.list.up],
    ['↵', keys.list.enter],
    ...Object.entries(KEYS).map(([action, key]): [string, string] => [key, actions[action as Action]]),
    ['u', keys.list.back],
    [`${keys.ctrl} ↵`, keys.list.send],
    ['?', keys.list.help],
  ]
  return (
    <dialog class="keys" id="kuerzel" aria-labelledby="kuerzel-titel">
      <h2 id="kuerzel-titel">{keys.title}</h2>
      <dl>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd class="keycap">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" class="actions">
        <button type="submit" class="btn btn--secondary btn--staff">
          {keys.close}
        </button>
        <button
          type="button"
          class="btn btn--tertiary btn--staff"
          data-keys-switch
          data-on={keys.turnOn}
          data-off={keys.turnOff}
        >
          {keys.turnOff}
        </button>
      </form>
    </dialog>
  )
}
