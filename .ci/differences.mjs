/** A reporter that keeps what failed tests expected and got: the JSON report has the sentence only. */
import { appendFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const FILE = process.env.DIFFERENCES
const MOST_LINES = 60

export default class Differences {
  onTestCaseResult(test) {
    const { state, errors = [] } = test.result()
    if (state !== 'failed' || !FILE) return
    for (const { diff } of errors.filter(({ diff }) => diff)) {
      const lines = stripVTControlCharacters(diff)
        .split('\n')
        .filter((line) => /^[-+]/.test(line))
      appendFileSync(FILE, `differs: ${test.fullName}\n${lines.slice(0, MOST_LINES).join('\n')}\n`)
    }
  }
}
