/** What a browser adds to the staff pages. Everything works without it. */
import './clerk.scss'
import '../map/map.css'
import { type CopyProps, wakeCopyButton } from '../ui/copy-text.ts'
import { comeAlive } from '../ui/needs-script.ts'
import { startBulk } from './bulk.ts'
import { markBusyForms } from './busy.ts'
import { keepDrafts } from './drafts.ts'
import { wakeIntake } from './intake.ts'
import { listenToKeys } from './keyboard.ts'
import { startNews } from './news.ts'
import { startPanelText } from './panel-text.ts'
import { startQueueMap } from './queue-map.ts'
import { keepPlaceInQueue } from './queue-place.ts'
import { followFocus } from './selection.ts'
import { startShowPassword } from './show-password.ts'
import { startToast } from './toast.ts'
import { wakePicker } from './wake-picker.ts'

for (const element of document.querySelectorAll('[data-needs-script]:not([data-island], [data-island] *)'))
  comeAlive(element)

markBusyForms()
keepDrafts()
const list = document.querySelector<HTMLElement>('[data-queue]')
if (list) followFocus(list)
// The bar leaves before the list is scrolled: it would hide the row.
startBulk()
keepPlaceInQueue()
startQueueMap()
startToast()
startNews()
startPanelText()
listenToKeys()
wakeIntake()
startShowPassword()

for (const element of document.querySelectorAll<HTMLElement>('[data-island="CopyButton"]')) {
  wakeCopyButton(element, JSON.parse(element.dataset.props!) as CopyProps)
}

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())
wakePicker().catch(reportError)

// Whoever opens a panel wants to type. After an error the summary keeps the focus.
if (!document.querySelector('.error-summary')) {
  document.querySelector<HTMLElement>('[data-panel] :is(input:not([type="hidden"]), textarea, select)')?.focus()
}
