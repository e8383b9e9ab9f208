/** Says at the end of a run what this machine could not test, and how to get it: a count of skips explains nothing. */
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts'
import { NO_SHARED_DATA, SHARED_DATA } from './shared-data.ts'

export default function setup() {
  return () => {
    if (!SHARED_DATA) process.stdout.write(`\nSkipped: every test with all municipalities. ${NO_SHARED_DATA}\n`)
    if (!CHROMIUM) process.stdout.write(`\nSkipped: every test in a browser. ${NO_CHROMIUM}\n`)
  }
}
