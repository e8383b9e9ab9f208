import type { imports as german } from '../de/imports.ts'
import { formatNumber } from '../format.ts'

const n = (count: number) => formatNumber('en', count)

export const imports: typeof german = {
  usage: `Bring in earlier reports:
  npm run import -- <file.csv|.geojson|.jsonl> --town <key> --map <mapping.yaml> [--dry-run] [--refusals <file.csv>]
With --dry-run it only counts and writes nothing.`,
  noFile: (option, file) =>
    option
      ? `${option}: ${file} cannot be read. Is it there?`
      : `${file} cannot be read. It must be a file ending in .csv, .geojson or .jsonl, with .gz too.`,
  unreadable: (file, line) =>
    `${file}: The file cannot be read from line ${line} on. Check for a quotation mark or a bracket that stays open there. Nothing was taken.`,
  noCategory: (key, meant, known) =>
    meant
      ? `This town has no category “${key}”. Did you mean “${meant}”?`
      : `This town has no category “${key}”. There are: ${known}.`,
  noColumn: (field, column, meant, known) =>
    meant
      ? `${field}: The file has no column “${column}”. Did you mean “${meant}”?`
      : `${field}: The file has no column “${column}”. There are: ${known}.`,
  progress: (done, all) => `${n(done)} of ${n(all)} rows …`,
  stopped: (done) => `Stopped after ${n(done)} rows. Run the command again: what is here already is not taken twice.`,
  dryRun: 'Dry run. Nothing was written.',
  read: (lines) => (lines === 1 ? 'Read one row.' : `Read ${n(lines)} rows.`),
  taken: (count) => `Taken: ${n(count)}`,
  wouldTake: (count) => `Would be taken: ${n(count)}`,
  count: (what, count) => `  ${n(count).padStart(7)}  ${what}`,
  withoutPlace: 'of them without a point on the map',
  byCategory: 'By category:',
  known: (count) => `Here already, not taken again: ${n(count)}`,
  differing: (count, refs) => `Different in the file by now, left as they are here: ${n(count)} (${refs})`,
  refusedRows: (count) => `Refused: ${n(count)}`,
  line: (line) => `Line ${line}`,
  columns: ['Line', 'Id', 'Field', 'Reason'],
  more: (count) => `  … and ${n(count)} more. --refusals <file.csv> writes them all.`,
  allIn: (file) => `All refused rows are in ${file}.`,
  speed: (seconds, rate) => `${n(seconds)} seconds, ${n(rate)} rows per second.`,
  otherPartner: 'another authority',
  because: {
    broken_line: 'not readable',
    cells: 'another number of columns',
    id_missing: 'without an id',
    twice: 'twice in the file',
    category_missing: 'without a category',
    category_unmapped: 'category not mapped',
    category_unknown: 'unknown category',
    status_missing: 'without a status',
    status_unmapped: 'status not mapped',
    status_unknown: 'unknown status',
    received_missing: 'without a date of receipt',
    not_a_day: 'date not readable',
    in_future: 'date in the future',
    place_half: 'half a place',
    not_degrees: 'coordinates not in degrees',
    outside_town: 'place outside the town',
    end_missing: 'ended without a date',
    end_before: 'ended before it came in',
    too_short: 'text too short',
    too_long: 'text too long',
    not_an_address: 'not valid',
  },
  refused: {
    broken_line: () => 'The line cannot be read. Check quotation marks and brackets.',
    cells: (counts) => `The line has not as many columns as the first (${counts}).`,
    id_missing: () => 'The id is missing.',
    twice: (line) => `The same id stands in line ${line} already.`,
    category_missing: () => 'The category is missing. An entry “else” in the mapping counts for empty fields too.',
    category_unmapped: (cell) => `“${cell}” is not in the mapping, and there is no “else”.`,
    category_unknown: (key) => `This town has no category “${key}”.`,
    status_missing: () => 'The status is missing. An entry “else” in the mapping counts for empty fields too.',
    status_unmapped: (cell) => `“${cell}” is not in the mapping, and there is no “else”.`,
    status_unknown: (cell) => `“${cell}” is none of our statuses.`,
    received_missing: () => 'The date of receipt is missing.',
    not_a_day: (cell) => `“${cell}” cannot be read as a date. Name its “format” in the mapping.`,
    in_future: (cell) => `“${cell}” lies in the future.`,
    place_half: () => 'Only one of the two coordinates is there.',
    not_degrees: (cell) => `“${cell}” is not in degrees. WGS 84 is needed.`,
    outside_town: (place) => `The place (${place}) is not in this town.`,
    end_missing: () => 'The report has ended, but “closedAt” is empty.',
    end_before: () => 'It ended before it came in.',
    too_short: () => 'The text is too short.',
    too_long: () => 'The text is too long. Nothing is cut.',
    not_an_address: () => 'This is not valid.',
  },
}
