/** What a browser adds to the staff pages. Everything works without it. */
import './clerk.scss'
import '../map/map.css'
import { markBusyForms } from './busy.ts'
import { keepDrafts } from './drafts.ts'
import { listenToKeys } from './keyboard.ts'
import { keepPlaceInQueue } from './queue-place.ts'
import { wakePicker } from './wake-picker.ts'

for (const element of document.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false

markBusyForms()
keepDrafts()
keepPlaceInQueue()
listenToKeys()
wakePicker().catch(reportError)

// Whoever opens a panel wants to type. After an error the summary keeps the focus.
if (!document.querySelector('.error-summary')) {
  document.querySelector<HTMLElement>('[data-panel] :is(input:not([type="hidden"]), textarea, select)')?.focus()
}
