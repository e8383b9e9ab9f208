import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { type Action, KEYS } from './actions.ts'

/** Opened by `?`. Without script nobody can call it, and the keys do nothing either. */
export function KeyList({ language }: { language: Language }) {
  const { clerk, desk } = words(language)
  const { actions, keys } = clerk
  const rows: [string, string][] = [
    ['/', keys.list.search],
    ['j', keys.list.down],
    ['k', keys.list.up],
    ['↵', keys.list.enter],
    ['x', desk.keys.select],
    ['⇧ x', desk.keys.range],
    ['z', desk.keys.undo],
    ['t', desk.keys.call],
    ...Object.entries(KEYS).map(([action, key]): [string, string] => [key, actions[action as Action]]),
    ['1 – 9', desk.keys.module],
    ['n', desk.keys.next],
    ['p', desk.keys.previous],
    ['Esc', desk.keys.closePanel],
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
