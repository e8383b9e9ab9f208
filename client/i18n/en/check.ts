import type { check as german } from '../de/check.ts'

/** Sentences of `towns check`, for people who write a town's files: what is wrong, and what to write instead. */
export const check: typeof german = {
  fileMissing: (file: string) => `Die Datei fehlt. Legen Sie ${file} an.`,
  notYaml: (why: string) => `Das ist kein gültiges YAML: ${why}`,
  notJson: 'Das ist kein gültiges JSON.',
  wrong: (field: string, why: string) => `${field}: ${why}`,
  field: {
    missing: 'Die Angabe fehlt.',
    unknown: (names: string) => `Diese Angabe gibt es nicht: ${names}. Ist sie richtig geschrieben?`,
    didYouMean: (name: string, meant: string) => `„${name}“ gibt es nicht. Meinten Sie „${meant}“?`,
    notText: 'Hier steht ein Text, am besten in Anführungszeichen.',
    notNumber: 'Hier steht eine Zahl.',
    notYesNo: 'Schreiben Sie true oder false.',
    notList: 'Hier steht eine Liste: jede Zeile mit einem Strich davor.',
    notBlock: 'Hier stehen weitere Angaben, eine je Zeile und eingerückt.',
    empty: 'Hier fehlt ein Text.',
    tooFew: (least: number) => `Hier fehlt etwas: mindestens ${least}.`,
    tooMany: (most: number) => `Das ist zu viel: höchstens ${most}.`,
    email: 'Das ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel rathaus@stadt.de.',
    link: 'Das ist keine Adresse. Schreiben Sie sie mit https:// davor.',
    host: 'Das ist kein Hostname. Schreiben Sie zum Beispiel melden.stadt.de, ohne https://.',
    date: 'Das ist kein Tag. Schreiben Sie zum Beispiel 2026-11-25.',
    oneOf: (options: string) => `Schreiben Sie eines von: ${options}.`,
    key: 'Nur Kleinbuchstaben, Ziffern und Bindestriche, mit einem Buchstaben am Anfang.',
    colour: 'Das ist keine Farbe. Schreiben Sie sechs Stellen mit # und in Anführungszeichen, zum Beispiel "#00536e".',
    ags: 'Der Gemeindeschlüssel hat 8 Ziffern, der eines Kreises 5. Setzen Sie ihn in Anführungszeichen.',
    ars: 'Der Regionalschlüssel hat 12 Ziffern. Setzen Sie ihn in Anführungszeichen.',
    postcode: 'Eine Postleitzahl hat 5 Ziffern. Setzen Sie sie in Anführungszeichen.',
    dayOfYear: 'Schreiben Sie Monat und Tag, zum Beispiel "11-01" für den 1. November.',
    ruleTo: 'Schreiben Sie den Schlüssel eines Fachbereichs, „county“ oder „partner/…“.',
    sharedFrom: 'Schreiben Sie Kommune/Fachbereich, zum Beispiel kreis-lippe/roads.',
    wordsDe: 'Der deutsche Text (de) fehlt.',
    other: 'Diese Angabe passt hier nicht.',
  },
  key: {
    folder: (folder: string) => `key: Schreiben Sie „${folder}“, so heißt der Ordner.`,
    reserved: (key: string) =>
      `key: „${key}“ ist eine Adresse der Plattform. Wählen Sie einen anderen Schlüssel und nennen Sie den Ordner genauso.`,
  },
  agsMissing: 'ags: Der Gemeindeschlüssel fehlt, und auch boundary.geojson nennt keinen. Tragen Sie ihn hier ein.',
  catalogueNewer: (wanted: number, newest: number) =>
    `catalogue: Version ${wanted} gibt es nicht, die neueste ist ${newest}.`,
  catalogueNeverHad: (version) =>
    `catalogue: This installation never had version ${version}. Take the line away, then the newest one counts.`,
  department: {
    dispatchers: (count: number) =>
      count === 0
        ? 'departments: Einer der Fachbereiche muss alles auffangen, was sonst niemandem gehört. Schreiben Sie bei ihm „dispatcher: true“.'
        : `departments: „dispatcher: true“ steht bei ${count} Fachbereichen. Lassen Sie es nur bei einem stehen.`,
    twice: (key: string) =>
      `departments: Den Schlüssel „${key}“ gibt es schon. Jeder Fachbereich braucht einen eigenen.`,
    noName: 'departments: Der Name (name) fehlt.',
    noMailbox: 'departments: Das Postfach (mailbox) fehlt.',
    noKey: (name: string) => `departments: Aus „${name}“ lässt sich kein Schlüssel bilden. Geben Sie einen an: key: …`,
    categoryTwice: (category: string, other: string) =>
      `departments: „${category}“ gehört schon zu „${other}“. Nennen Sie die Kategorie nur bei einem Fachbereich.`,
    categoryNotTaken: (category: string) =>
      `departments: „${category}“ bietet die Kommune nicht an. Nehmen Sie sie bei categories dazu oder hier weg.`,
    twoRests: 'departments: „categories: rest“ darf nur bei einem Fachbereich stehen.',
    deputyUnknown: (deputy: string) =>
      `departments: Den Fachbereich „${deputy}“ gibt es nicht. Nennen Sie einen anderen.`,
    deputySelf: 'departments: Niemand kann sich selbst vertreten. Nennen Sie einen anderen Fachbereich.',
    sharedUnknown: (from: string) =>
      `departments: „${from}“ gibt es nicht. Gemeint sind Kommune und Fachbereich, zum Beispiel kreis-lippe/roads.`,
    sharedNotServing: (from: string, town: string) =>
      `departments: „${from}“ arbeitet nicht für diese Kommune. Dort muss stehen: serves: [{ town: ${town} }]`,
    sharedCategory: (category: string, from: string) =>
      `departments: „${from}“ übernimmt „${category}“ nicht. Nehmen Sie die Kategorie hier weg oder dort dazu.`,
  },
  category: {
    unknown: (key: string) => `categories: „${key}“ steht nicht im Katalog.`,
    unknownMeant: (key: string, meant: string) =>
      `categories: „${key}“ steht nicht im Katalog. Meinten Sie „${meant}“?`,
    twice: (key: string) => `categories: „${key}“ steht zweimal da.`,
    changeUnknown: (key: string) =>
      `changes: „${key}“ bietet die Kommune nicht an. Nehmen Sie die Kategorie dazu oder die Änderung weg.`,
    withoutUnknown: (key: string) => `without: „${key}“ steht nicht im Katalog.`,
    ownTaken: (key: string) => `own: „${key}“ gibt es schon im Katalog. Wählen Sie einen anderen Schlüssel.`,
    ownGroup: (group: string) =>
      `own: Die Gruppe „${group}“ kennt der Katalog nicht. Geben Sie ihr einen Namen: groupName: …`,
    orderPublic: (key: string) =>
      `„${key}“ ist ein Auftrag und darf nie öffentlich sein. Nehmen Sie disclosure hier weg.`,
  },
  rule: {
    categoryUnknown: (key: string) => `rules: „${key}“ bietet die Kommune nicht an.`,
    toUnknown: (to: string) => `rules: Den Fachbereich „${to}“ gibt es nicht.`,
    toMeant: (to: string, meant: string) => `rules: Den Fachbereich „${to}“ gibt es nicht. Meinten Sie „${meant}“?`,
    partnerUnknown: (key: string) => `rules: Den Partner „${key}“ gibt es nicht. Nennen Sie ihn unter partners.`,
    countyUnknown: (ags: string) =>
      `rules: Der Kreis mit dem Schlüssel ${ags} ist nicht dabei. Nennen Sie ihn unter partners und schreiben Sie to: partner/…`,
    countySelf: 'rules: Ein Kreis kann nichts an sich selbst abgeben. Nennen Sie einen Fachbereich.',
    districtUnknown: (key: string) => `rules: Den Bereich „${key}“ gibt es nicht in districts.geojson.`,
    rectangle:
      'rules: within ist [links, unten, rechts, oben] als Länge, Breite, Länge, Breite. Links muss kleiner sein als rechts, unten kleiner als oben.',
    outside: 'rules: Das Rechteck liegt nicht in der Kommune. Die Regel würde nie gelten.',
    questionUnknown: (question: string, category: string) => `rules: „${category}“ hat keine Frage „${question}“.`,
    answerUnknown: (is: string, question: string, options: string) =>
      `rules: „${is}“ ist keine Antwort auf „${question}“. Möglich sind: ${options}.`,
    nothing: (category: string) =>
      `rules: Ohne Ort und Antwort gilt die Regel immer. Nennen Sie „${category}“ stattdessen beim Fachbereich unter categories.`,
    same: (category: string, to: string) =>
      `rules: Die Regel ändert nichts, „${category}“ gehört schon zu „${to}“, und keine andere Regel kommt ihr zuvor. Nehmen Sie sie weg.`,
    equalRank: (line: number | string, category: string) =>
      `rules: Diese Regel und die in Zeile ${line} passen beide auf „${category}“, und keine ist genauer. Geben Sie einer einen kleineren Bereich oder eine Antwort mehr.`,
    repeats: (line: number | string) =>
      `rules: Diese Regel kommt nie zum Zug, die in Zeile ${line} sagt schon dasselbe. Nehmen Sie eine weg.`,
  },
  partnerTwice: (key: string) => `partners: „${key}“ gibt es zweimal.`,
  neighbourUnknown: (key: string) => `neighbours: „${key}“ ist nicht dabei. Nehmen Sie den Eintrag weg.`,
  neighbourSelf: 'neighbours: Die Kommune ist nicht ihre eigene Nachbarin. Nehmen Sie den Eintrag weg.',
  hostTaken: (host: string, town: string) =>
    `host: „${host}“ hat schon „${town}“. Jede Kommune braucht eine eigene Adresse.`,
  agsTaken: (ags: string, town: string) => `ags: „${ags}“ hat schon „${town}“. Prüfen Sie den Schlüssel.`,
  boundary: {
    noPolygon: 'Die Grenze muss ein Feature mit einem Polygon oder MultiPolygon sein.',
    ring: 'Jeder Ring der Grenze braucht mindestens vier Punkte und muss sich schließen.',
    notDegrees:
      'Die Grenze steht nicht in Länge und Breite (WGS84). Wandeln Sie die Datei um, zum Beispiel in QGIS nach EPSG:4326.',
    attribution: 'properties.attribution: Nennen Sie die Quelle der Grenze, zum Beispiel "© GeoBasis-DE / BKG 2026".',
  },
  districts: {
    noCollection: 'Die Datei muss eine FeatureCollection mit den Bereichen der Kommune sein.',
    noKey: (index: number) => `Bereich ${index}: properties.key fehlt oder ist kein Schlüssel wie „altstadt“.`,
    noName: (index: number) => `Bereich ${index}: properties.name fehlt.`,
    twice: (key: string) => `Den Bereich „${key}“ gibt es zweimal.`,
    outside: (key: string) => `Der Bereich „${key}“ liegt nicht in der Kommune.`,
  },
  catalogue: {
    missing: (what: string) => `${what}: Der Text fehlt.`,
    group: (group: string) => `categories: Die Gruppe „${group}“ fehlt oben unter groups.`,
    twice: (key: string) => `categories: „${key}“ steht zweimal da.`,
    orderPublic: (key: string) => `categories: „${key}“ ist ein Auftrag und braucht „disclosure: never“.`,
    objectNumber: (key: string) => `categories: objectNumber nennt bei „${key}“ keine Frage nach einem Text.`,
    effect: (where: string) => `categories: ${where} wirkt bei einer Antwort, die es nicht gibt.`,
    showIf: (where: string) => `categories: ${where} hängt an einer Frage oder Antwort, die es vorher nicht gibt.`,
  },
}
