/** Adds up what the test runs wrote: names what was skipped or never ran, and prints the closing line. */
import { existsSync, readFileSync } from 'node:fs'

const [failedSteps, ...files] = process.argv.slice(2)
const runs = files.map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null))
const suites = runs.flatMap((run) => run?.testResults ?? [])
const tests = suites.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: name })))
const count = (status) => tests.filter((test) => test.status === status).length

const firstLines = (text) =>
  text
    .split('\n', 25)
    .map((line) => `  ${line}`)
    .join('\n')

const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
for (const { file, fullName } of skipped) process.stdout.write(`skipped: ${file}: ${fullName}\n`)

// A file that could not be loaded, or whose preparation failed, has no failed test to show for it.
const broken = suites.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)
for (const { name, message } of broken) process.stdout.write(`did not run: ${name}: ${message}\n`)

// Said again at the end, where a long log is read first.
for (const { file, fullName, failureMessages } of tests.filter(({ status }) => status === 'failed'))
  process.stdout.write(`failed: ${file}: ${fullName}\n${firstLines(failureMessages.join('\n'))}\n`)

// A step that fails without a failed test in it (check, a crash of the runner) counts as one failure of its own.
const told = runs.filter((run) => run && !run.success).length
const untold = Math.max(0, Number(failedSteps) - told)
const failed = count('failed') + broken.length + untold

process.stdout.write(`${count('passed')} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || skipped.length > 0 || count('passed') === 0 ? 1 : 0
