/** What `npm run import` says: reports that a town brings along from an earlier system. */
import { formatNumber } from '../format.ts'

const n = (count: number) => formatNumber('de', count)

export const imports = {
  usage: `Frühere Meldungen übernehmen:
  npm run import -- <Datei.csv|.geojson|.jsonl> --town <Schlüssel> --map <Zuordnung.yaml> [--dry-run] [--refusals <Datei.csv>]
Mit --dry-run wird nur gezählt und nichts geschrieben.`,
  noFile: (option: string, file: string) =>
    option
      ? `${option}: ${file} lässt sich nicht lesen. Gibt es die Datei?`
      : `${file} lässt sich nicht lesen. Gebraucht wird eine Datei, die auf .csv, .geojson oder .jsonl endet, auch mit .gz.`,
  unreadable: (file: string, line: number) =>
    `${file}: Ab Zeile ${line} lässt sich die Datei nicht lesen. Prüfen Sie, ob dort ein Anführungszeichen oder eine Klammer offen bleibt. Nichts wurde übernommen.`,
  noCategory: (key: string, meant: string | null, known: string) =>
    meant
      ? `Die Kategorie „${key}“ hat diese Kommune nicht. Meinten Sie „${meant}“?`
      : `Die Kategorie „${key}“ hat diese Kommune nicht. Es gibt: ${known}.`,
  noColumn: (field: string, column: string, meant: string | null, known: string) =>
    meant
      ? `${field}: Die Spalte „${column}“ gibt es in der Datei nicht. Meinten Sie „${meant}“?`
      : `${field}: Die Spalte „${column}“ gibt es in der Datei nicht. Es gibt: ${known}.`,
  progress: (done: number, all: number) => `${n(done)} von ${n(all)} Zeilen …`,
  stopped: (done: number) =>
    `Nach ${n(done)} Zeilen angehalten. Rufen Sie den Befehl noch einmal auf: Was schon da ist, wird nicht doppelt übernommen.`,
  dryRun: 'Probelauf. Nichts wurde geschrieben.',
  read: (lines: number) => (lines === 1 ? 'Eine Zeile gelesen.' : `${n(lines)} Zeilen gelesen.`),
  taken: (count: number) => `Übernommen: ${n(count)}`,
  wouldTake: (count: number) => `Würden übernommen: ${n(count)}`,
  count: (what: string, count: number) => `  ${n(count).padStart(7)}  ${what}`,
  withoutPlace: 'davon ohne Punkt auf der Karte',
  byCategory: 'Nach Kategorie:',
  known: (count: number) => `Schon da, nicht noch einmal übernommen: ${n(count)}`,
  differing: (count: number, refs: string) =>
    `In der Datei inzwischen anders, hier unverändert gelassen: ${n(count)} (${refs})`,
  refusedRows: (count: number) => `Abgelehnt: ${n(count)}`,
  line: (line: number) => `Zeile ${line}`,
  columns: ['Zeile', 'Kennzeichen', 'Angabe', 'Grund'],
  more: (count: number) => `  … und ${n(count)} weitere. Alle schreibt --refusals <Datei.csv>.`,
  allIn: (file: string) => `Alle abgelehnten Zeilen stehen in ${file}.`,
  speed: (seconds: number, rate: number) => `${n(seconds)} Sekunden, ${n(rate)} Zeilen je Sekunde.`,
  /** Stands where "Abgegeben an …" needs a name and the row has none. */
  otherPartner: 'eine andere Stelle',
  /** Why a row was refused, as a heading over several. */
  because: {
    broken_line: 'nicht lesbar',
    cells: 'andere Zahl von Spalten',
    id_missing: 'ohne Kennzeichen',
    twice: 'doppelt in der Datei',
    category_missing: 'ohne Kategorie',
    category_unmapped: 'Kategorie nicht zugeordnet',
    category_unknown: 'Kategorie unbekannt',
    status_missing: 'ohne Status',
    status_unmapped: 'Status nicht zugeordnet',
    status_unknown: 'Status unbekannt',
    received_missing: 'ohne Eingangsdatum',
    not_a_day: 'Datum nicht lesbar',
    in_future: 'Datum in der Zukunft',
    place_half: 'halber Ort',
    not_degrees: 'Koordinaten nicht in Grad',
    outside_town: 'Ort außerhalb der Kommune',
    end_missing: 'abgeschlossen ohne Datum',
    end_before: 'Abschluss vor dem Eingang',
    too_short: 'Text zu kurz',
    too_long: 'Text zu lang',
    not_an_address: 'keine gültige Angabe',
  },
  refused: {
    broken_line: () => 'Die Zeile lässt sich nicht lesen. Prüfen Sie Anführungszeichen und Klammern.',
    cells: (counts: string) => `Die Zeile hat nicht so viele Spalten wie die erste (${counts}).`,
    id_missing: () => 'Das Kennzeichen fehlt.',
    twice: (line: string) => `Dasselbe Kennzeichen steht schon in Zeile ${line}.`,
    category_missing: () => 'Die Kategorie fehlt. Ein Eintrag „else“ in der Zuordnung gilt auch für leere Felder.',
    category_unmapped: (cell: string) => `„${cell}“ steht nicht in der Zuordnung, und „else“ fehlt dort.`,
    category_unknown: (key: string) => `Die Kategorie „${key}“ hat diese Kommune nicht.`,
    status_missing: () => 'Der Status fehlt. Ein Eintrag „else“ in der Zuordnung gilt auch für leere Felder.',
    status_unmapped: (cell: string) => `„${cell}“ steht nicht in der Zuordnung, und „else“ fehlt dort.`,
    status_unknown: (cell: string) => `„${cell}“ ist keiner unserer Status.`,
    received_missing: () => 'Das Eingangsdatum fehlt.',
    not_a_day: (cell: string) => `„${cell}“ lässt sich nicht als Datum lesen. Nennen Sie in der Zuordnung „format“.`,
    in_future: (cell: string) => `„${cell}“ liegt in der Zukunft.`,
    place_half: () => 'Nur eine der beiden Koordinaten ist da.',
    not_degrees: (cell: string) => `„${cell}“ ist keine Angabe in Grad. Gebraucht wird WGS 84.`,
    outside_town: (place: string) => `Der Ort (${place}) liegt nicht in dieser Kommune.`,
    end_missing: () => 'Das Anliegen ist abgeschlossen, aber „closedAt“ ist leer.',
    end_before: () => 'Der Abschluss liegt vor dem Eingang.',
    too_short: () => 'Der Text ist zu kurz.',
    too_long: () => 'Der Text ist zu lang. Gekürzt wird nichts.',
    not_an_address: () => 'Die Angabe ist nicht gültig.',
  },
}
