/** What `towns directory import` says: the municipalities that have not joined. */
import { formatNumber } from '../format.ts'

const n = (count: number) => formatNumber('de', count)

export const directory = {
  usage:
    'Nennen Sie die Datei mit den Grenzen, zum Beispiel: npm run towns -- directory import --boundaries gemeinden.geojson --contacts postfaecher.csv',
  noFile: (option: string, file: string) => `${option}: ${file} lässt sich nicht lesen. Gibt es die Datei?`,
  noCollection: (file: string) =>
    `boundaries: ${file} ist keine FeatureCollection. Gebraucht werden die Gemeinden des BKG (VG250) als GeoJSON.`,
  noMunicipality: 'boundaries: In der Datei ist keine Gemeinde mit achtstelligem Schlüssel (AGS).',
  prefixWrong: (prefix: string) =>
    `ags-prefix: „${prefix}“ ist kein Anfang eines Gemeindeschlüssels. Schreiben Sie zum Beispiel --ags-prefix 05`,
  done: (all: number, added: number, changed: number, unchanged: number) =>
    `${n(all)} Gemeinden: ${n(added)} neu, ${n(changed)} geändert, ${n(unchanged)} unverändert.`,
  members: (count: number) => `${n(count)} davon sind schon dabei. Für sie gilt ihr eigener Ordner.`,
  unreachable: (count: number) =>
    `${n(count)} haben kein Postfach. Sie werden beim Ort gefunden, nehmen aber keine Anliegen an, bis --contacts eines nennt.`,
  gone: (keys: string) => `Nicht mehr in der Datei, ihr Gebiet gehört jetzt anderen: ${keys}`,
  repaired: (ags: string, name: string, faults: string) => `repariert: ${ags} ${name}: ${faults}`,
  refused: (ags: string, name: string, faults: string) => `ausgelassen: ${ags} ${name}: ${faults}`,
  fault: {
    not_degrees: (ring: number) => `Ring ${ring} hat Koordinaten, die keine Grad sind (gebraucht wird WGS 84)`,
    unclosed: (ring: number) => `Ring ${ring} ist nicht geschlossen`,
    repeated_point: (ring: number) => `Ring ${ring} hat denselben Punkt zweimal hintereinander`,
    degenerate_ring: (ring: number) => `Ring ${ring} hat keine Fläche`,
    self_touch: (ring: number) => `Ring ${ring} berührt sich selbst`,
    self_intersection: (ring: number) => `Ring ${ring} überschneidet sich selbst`,
    rings_cross: (ring: number) => `Ring ${ring} überschneidet einen anderen`,
  },
  at: (fault: string, lat: number, lon: number) => `${fault} (bei ${lat}, ${lon})`,
  contact: {
    ags: (line: number, value: string) => `contacts, Zeile ${line}: „${value}“ ist kein Gemeindeschlüssel.`,
    mailbox: (line: number, value: string) => `contacts, Zeile ${line}: „${value}“ ist keine E-Mail-Adresse.`,
    twice: (line: number, value: string) => `contacts, Zeile ${line}: ${value} steht schon weiter oben.`,
  },
  withoutArea: (keys: string) => `contacts: Nicht in den Grenzen: ${keys}`,
}
