/** Sentences of `towns check`, for people who write a town's files: what is wrong, and what to write instead. */
export const check = {
  language: 'de',
  wrong: (field: string, why: string) => `${field}: ${why}`,
  entry: (position: number) => `${position}. Eintrag`,
  fileMissing: (file: string) => `Die Datei fehlt. Legen Sie ${file} an.`,
  fileMisnamed: (name: string, right: string) =>
    `Die Datei heißt ${name} und wird so nicht gefunden. Nennen Sie sie ${right}.`,
  emptyFile: 'Die Datei ist leer. Schreiben Sie zum Beispiel in die erste Zeile: key: musterstadt',
  notUtf8: 'Hier steht ein Zeichen, das sich nicht lesen lässt. Speichern Sie die Datei mit der Kodierung UTF-8.',
  notJson: 'Ab hier ist die Datei kein gültiges JSON mehr. Prüfen Sie Klammern, Kommas und Anführungszeichen davor.',
  yaml: {
    tab: 'Die Zeile ist mit der Tabulatortaste eingerückt. Nehmen Sie stattdessen Leerzeichen.',
    indent: 'Die Einrückung stimmt nicht. Was zusammengehört, muss gleich weit vom Rand beginnen.',
    duplicate: (name: string, line: number) =>
      `„${name}“ steht schon in Zeile ${line}. Lassen Sie nur eine der beiden stehen.`,
    colon: (quoted: string) => `Im Text steht ein Doppelpunkt. Setzen Sie den Text in Anführungszeichen: ${quoted}`,
    noColon: (better: string) =>
      `In dieser Zeile fehlt ein Doppelpunkt mit einem Leerzeichen dahinter. Schreiben Sie zum Beispiel: ${better}`,
    reserved: (sign: string, quoted: string) =>
      `Am Anfang eines Textes hat ${sign} eine eigene Bedeutung. Setzen Sie den Text in Anführungszeichen: ${quoted}`,
    backslash: "In doppelten Anführungszeichen hat \\ eine eigene Bedeutung. Nehmen Sie einfache: '…'",
    documents: 'Die Zeile --- trennt die Datei in zwei Teile. Löschen Sie sie.',
    newEntry: (line: string) =>
      `Hier beginnt wohl ein neuer Eintrag. Setzen Sie einen Strich und ein Leerzeichen davor: - ${line}`,
    unclosed: (bracket: string) =>
      `Diese Klammer ist offen geblieben. Schreiben Sie hinter den letzten Eintrag: ${bracket}`,
    bracket: (bracket: string) => `Die Klammer ${bracket} ist zu viel. Löschen Sie sie, oder öffnen Sie sie vorher.`,
    quoteOpen: 'Dieses Anführungszeichen ist offen geblieben. Schreiben Sie das zweite hinter den Text.',
    afterQuote: 'Hinter dem Anführungszeichen steht noch etwas. Setzen Sie den ganzen Text zwischen ein Paar davon.',
    comma: 'Zwischen zwei Einträgen fehlt ein Komma. Schreiben Sie zum Beispiel: [pothole, tree]',
    commaTwice: 'Hier ist ein Komma zu viel. Löschen Sie es.',
    listOnLine: 'Die Liste muss in der nächsten Zeile beginnen, jeder Eintrag mit einem Strich und einem Leerzeichen.',
    marks: 'Die Datei verweist mit & und * zu oft auf sich selbst. Schreiben Sie die Angaben aus.',
    other: (why: string) => `Diese Zeile lässt sich nicht lesen. Technisch gesagt: ${why}`,
  },
  field: {
    missing: 'Die Angabe fehlt.',
    missingLike: (example: string) => `Die Angabe fehlt. Schreiben Sie zum Beispiel: ${example}`,
    nothing: 'Hinter dem Doppelpunkt steht nichts. Ergänzen Sie den Wert, oder löschen Sie die Zeile.',
    comment: (quoted: string) =>
      `Was hinter # steht, gilt als Erklärung und wird nicht gelesen. Setzen Sie den Wert in Anführungszeichen: ${quoted}`,
    unknown: (name: string) => `„${name}“ gibt es hier nicht. Prüfen Sie die Schreibweise, oder löschen Sie die Zeile.`,
    unknownOf: (name: string, known: string) => `„${name}“ gibt es hier nicht. Möglich sind: ${known}.`,
    didYouMean: (name: string, meant: string) => `„${name}“ gibt es hier nicht. Meinten Sie „${meant}“?`,
    quotes: (quoted: string) => `Ohne Anführungszeichen ist das kein Text. Schreiben Sie: ${quoted}`,
    agsQuotes: (quoted: string) =>
      `Ohne Anführungszeichen geht die Null am Anfang verloren. Schreiben Sie: ags: ${quoted}`,
    notFields: 'Die Datei muss aus Zeilen wie dieser bestehen: name: Lemgo',
    notText: 'Hier muss ein einzelner Text stehen. Setzen Sie ihn am besten in Anführungszeichen.',
    notNumber: 'Hier muss eine Zahl stehen, zum Beispiel 5.',
    bareNumber: (number: string) => `Schreiben Sie die Zahl ohne Anführungszeichen, mit Punkt statt Komma: ${number}`,
    whole: (number: number) => `Hier muss eine ganze Zahl stehen. Schreiben Sie zum Beispiel: ${number}`,
    yesNo: (given: string | null) =>
      `${given === null ? '' : `„${given}“ geht hier nicht. `}Schreiben Sie true für ja oder false für nein.`,
    notList: 'Hier muss eine Liste stehen. Schreiben Sie jeden Eintrag in eine eigene Zeile, mit einem Strich davor.',
    listOf: (list: string) => `Hier muss eine Liste stehen, auch für einen einzelnen Eintrag. Schreiben Sie: ${list}`,
    notBlock: 'Hier müssen mehrere Angaben stehen. Schreiben Sie jede in eine eigene Zeile, eingerückt.',
    notBlockOf: (known: string) => `Hier müssen eigene Zeilen folgen, eingerückt. Möglich sind: ${known}.`,
    either: (kinds: string[]) => `Das passt hier nicht. Möglich ist: ${kinds.join(' oder ')}.`,
    empty: 'Der Text ist leer. Ergänzen Sie ihn, oder löschen Sie die Zeile.',
    tooLong: (most: number) => `Der Text ist zu lang. Kürzen Sie ihn auf ${most} Zeichen.`,
    tooFew: (least: number) => `Die Liste ist zu kurz. Nennen Sie mindestens ${least}.`,
    tooMany: (most: number) => `Die Liste ist zu lang. Nennen Sie höchstens ${most}.`,
    tooSmall: (least: number) => `Die Zahl ist zu klein. Schreiben Sie mindestens ${least}.`,
    tooBig: (most: number) => `Die Zahl ist zu groß. Schreiben Sie höchstens ${most}.`,
    email: (given: string) =>
      `„${given}“ ist keine E-Mail-Adresse. Schreiben Sie eine wie rathaus@stadt.de, ohne Umlaute.`,
    link: (link: string) => `Das ist keine vollständige Internetadresse. Schreiben Sie zum Beispiel: ${link}`,
    host: 'Das ist kein Hostname. Schreiben Sie ihn ohne https:// und ohne Schrägstrich, zum Beispiel melden.stadt.de.',
    date: (day: string) => `Schreiben Sie den Tag als Jahr, Monat, Tag mit Strichen dazwischen: ${day}`,
    oneOf: (given: string | null, options: string) =>
      `${given === null ? '' : `„${given}“ gibt es hier nicht. `}Schreiben Sie eines von: ${options}.`,
    key: 'Ein Kurzname besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen, zum Beispiel bad-salzuflen.',
    keyLike: (given: string, key: string) =>
      `„${given}“ ist kein Kurzname: Er besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen. Schreiben Sie zum Beispiel: ${key}`,
    meantKey: (given: string, key: string) => `Hier muss der Kurzname stehen, nicht „${given}“. Meinten Sie „${key}“?`,
    colour: 'Das ist keine Farbe. Schreiben Sie # und sechs Stellen, in Anführungszeichen, zum Beispiel "#00536e".',
    ags: 'Das ist kein Gemeindeschlüssel. Er hat 8 Ziffern, der eines Kreises 5. Schreiben Sie ihn in Anführungszeichen, zum Beispiel "05766044".',
    ars: 'Das ist kein Regionalschlüssel. Er hat 12 Ziffern. Schreiben Sie ihn in Anführungszeichen, zum Beispiel "057660044044".',
    postcode:
      'Das ist keine Postleitzahl. Sie hat 5 Ziffern. Schreiben Sie sie in Anführungszeichen, zum Beispiel "32657".',
    dayOfYear:
      'Schreiben Sie Monat und Tag mit je zwei Ziffern in Anführungszeichen, zum Beispiel "11-01" für den 1. November.',
    ruleTo:
      'Schreiben Sie den Kurznamen eines Fachbereichs, „county“ für den Kreis oder „partner/“ mit dem Kurznamen einer Stelle.',
    issuer:
      'Nennen Sie die Adresse des Anmeldedienstes mit https, zum Beispiel https://anmelden.stadt.example/realms/stadt.',
    baseAddress:
      'Nennen Sie die Adresse mit Schrägstrich am Ende, zum Beispiel https://meldungen.stadtwerke.example/open311/v2/.',
    attributeCode:
      'So heißt kein Feld in einem anderen System. Schreiben Sie das Kürzel ohne Leerzeichen und Klammern.',
    attributeSource:
      'Sagen Sie mit genau einer Angabe, woher die Antwort kommt: question (eine Frage von uns), value (immer dasselbe) oder fact (number, address, page, instruction).',
    attributeValues: 'values gehört zu einer Frage. Nennen Sie sie mit question, oder löschen Sie values.',
    origin: 'Nennen Sie nur die Website selbst, ohne Seite dahinter, zum Beispiel https://www.stadt.example.',
    sharedFrom:
      'Schreiben Sie die Kurznamen von Kommune und Fachbereich mit Schrägstrich, zum Beispiel kreis-lippe/roads.',
    wordsDe: 'Der deutsche Text fehlt. Schreiben Sie zum Beispiel: de: Willkommen',
    other: 'Die Angabe passt hier nicht. Vergleichen Sie sie mit dem Beispiel in tenants/bad-salzuflen/town.yaml.',
  },
  explained: (key: string, label: string) => `${key} („${label}“)`,
  word: (word: string) => `das Wort ${word}`,
  /** What may stand at a place, as the end of "Möglich ist: …". */
  kinds: {
    string: 'ein Text',
    boolean: 'true oder false',
    number: 'eine Zahl',
    array: 'eine Liste in eckigen Klammern wie [pothole, tree]',
    object: 'mehrere Angaben, eine je Zeile',
    record: 'ein Text je Sprache, eine je Zeile (de: …, en: …)',
  },
  /** Values whose English words do not explain themselves. */
  meanings: {
    town: 'Stadt',
    municipality: 'Gemeinde',
    county: 'Kreis',
    true: 'ja',
    false: 'nein',
    de: 'Deutsch',
    'de-simple': 'Einfache Sprache',
    en: 'Englisch',
    direct: 'Kartendienst',
    welcome: 'gern gesehen',
    wanted: 'erbeten',
    place_first: 'erst nur der Ort',
    all_at_once: 'alles sofort',
    never: 'nie öffentlich',
    optional: 'freiwillig',
    required: 'nötig',
  },
  /** What stands behind a field's name in "Schreiben Sie zum Beispiel". */
  examples: {
    key: 'musterstadt',
    name: 'Musterstadt',
    departments: '[{ name: Bauhof, mailbox: bauhof@musterstadt.de }]',
    mailbox: 'bauhof@musterstadt.de',
    category: 'pothole',
    categories: '[pothole, tree]',
    to: 'bauhof',
    question: 'size',
    is: 'hand',
    phone: '"05222 9520"',
    accent: '"#00536e"',
    tiles: 'none',
    url: 'https://karten.musterstadt.de/{z}/{x}/{y}.png',
    attribution: '"© GeoBasis-DE / BKG 2026"',
    group: 'roads',
    town: 'lemgo',
    from: '"11-01"',
    until: '"03-31"',
  },
  /** Words people write instead of a field's name. */
  synonyms: {
    key: 'Schlüssel, Kurzname, Kürzel',
    name: 'Name, Bezeichnung, Ort',
    officialName: 'Behördenname, Amtsname',
    kind: 'Art, Typ',
    ags: 'Gemeindeschlüssel, Schlüsselnummer',
    ars: 'Regionalschlüssel',
    county: 'Kreis, Landkreis',
    postcodes: 'PLZ, Postleitzahl, Postleitzahlen',
    languages: 'Sprache, Sprachen',
    contact: 'Kontakt, Ansprechpartner',
    email: 'E-Mail, Mail, mailbox',
    website: 'Internetseite, Webseite, Homepage',
    address: 'Adresse, Anschrift',
    phone: 'Telefon, Telefonnummer, tel',
    hours: 'Öffnungszeiten, Sprechzeiten',
    theme: 'Farben, Gestaltung',
    accent: 'Farbe, Hausfarbe',
    map: 'Karte',
    categories: 'Kategorie, Kategorien, category',
    category: 'Kategorie, categories',
    departments: 'Fachbereiche, Abteilungen, Ämter, Zuständigkeiten',
    mailbox: 'Postfach, E-Mail, email, mail',
    deputy: 'Vertretung, Stellvertretung',
    dispatcher: 'Leitstelle',
    rules: 'Regeln, Ausnahmen',
    in: 'Bereich, Ortsteil, district, districts',
    within: 'Rechteck',
    answer: 'Antwort, answers',
    question: 'Frage',
    is: 'ist',
    to: 'an, an wen, department',
    partners: 'Partner, Stellen',
    neighbours: 'Nachbarn, Nachbarkommunen, neighbors',
    legal: 'Rechtliches',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    retention: 'Aufbewahrung, Löschfristen',
    texts: 'Texte',
    welcome: 'Begrüßung, Willkommen',
    news: 'Neuigkeiten, Aktuelles',
    changes: 'Änderungen, Abweichungen',
    without: 'ohne, außer',
    own: 'eigene',
    live: 'öffentlich, freigeschaltet',
  },
  key: {
    folder: (folder: string) => `Schreiben Sie „${folder}“, so heißt der Ordner.`,
    folderName: (folder: string, key: string) =>
      `Der Ordner „${folder}“ muss einen Kurznamen aus kleinen Buchstaben, Ziffern und Bindestrichen haben. Nennen Sie ihn zum Beispiel „${key}“.`,
    reserved: (key: string) =>
      `„${key}“ ist schon eine Adresse der Plattform. Wählen Sie einen anderen Kurznamen, und nennen Sie den Ordner genauso.`,
  },
  agsMissing:
    'Der Gemeindeschlüssel fehlt, und auch boundary.geojson nennt keinen. Schreiben Sie zum Beispiel: ags: "05766044"',
  catalogueNewer: (wanted: number, newest: number) =>
    `Version ${wanted} des Katalogs gibt es nicht. Schreiben Sie höchstens ${newest}.`,
  catalogueNeverHad: (version: number) =>
    `Version ${version} des Katalogs hatte diese Installation nie. Löschen Sie die Zeile, dann gilt die neueste.`,
  department: {
    dispatchers: (count: number) =>
      count === 0
        ? 'Ein Fachbereich muss auffangen, was sonst niemandem gehört. Schreiben Sie bei ihm: dispatcher: true'
        : `„dispatcher: true“ steht bei ${count} Fachbereichen. Lassen Sie es nur bei einem stehen.`,
    twice: (key: string) => `Den Kurznamen „${key}“ hat schon ein anderer Fachbereich. Geben Sie diesem einen eigenen.`,
    noName: 'Der Name des Fachbereichs fehlt. Schreiben Sie zum Beispiel: name: Bauhof',
    noMailbox: 'Das Postfach des Fachbereichs fehlt. Schreiben Sie zum Beispiel: mailbox: bauhof@musterstadt.de',
    noKey: (name: string) =>
      `Aus „${name}“ lässt sich kein Kurzname bilden. Geben Sie einen an, zum Beispiel: key: bauhof`,
    categoryTwice: (category: string, other: string) =>
      `„${category}“ steht schon bei „${other}“. Nennen Sie die Kategorie nur bei einem Fachbereich.`,
    twoRests: '„categories: rest“ steht bei mehreren Fachbereichen. Lassen Sie es nur bei einem stehen.',
    unknown: (key: string, known: string) => `Einen Fachbereich „${key}“ gibt es nicht. Möglich sind: ${known}.`,
    unknownMeant: (key: string, meant: string) => `Einen Fachbereich „${key}“ gibt es nicht. Meinten Sie „${meant}“?`,
    deputySelf: 'Niemand kann sich selbst vertreten. Nennen Sie einen anderen Fachbereich, oder löschen Sie die Zeile.',
    sharedUnknown: (from: string) =>
      `„${from}“ gibt es nicht. Nennen Sie Kommune und Fachbereich, wie sie in diesem Ordner heißen, zum Beispiel kreis-lippe/roads.`,
    sharedNotServing: (from: string, town: string) =>
      `„${from}“ arbeitet nicht für diese Kommune. Dort muss stehen: serves: [{ town: ${town} }]`,
    sharedCategory: (category: string, from: string) =>
      `„${from}“ übernimmt „${category}“ nicht. Nehmen Sie die Kategorie hier weg oder dort dazu.`,
  },
  category: {
    unknown: (key: string) => `„${key}“ steht nicht im Katalog. Alle Kurznamen stehen in catalogue/catalogue.yaml.`,
    unknownMeant: (key: string, meant: string) => `„${key}“ steht nicht im Katalog. Meinten Sie „${meant}“?`,
    notTaken: (key: string) =>
      `„${key}“ bietet die Kommune nicht an. Nehmen Sie die Kategorie oben bei categories dazu, oder löschen Sie sie hier.`,
    twice: (key: string) => `„${key}“ steht schon weiter oben in der Liste. Löschen Sie einen der beiden Einträge.`,
    ownTaken: (key: string) => `„${key}“ gibt es schon im Katalog. Wählen Sie einen anderen Kurznamen.`,
    ownTwice: (key: string) => `„${key}“ gibt es unter own schon. Wählen Sie einen anderen Kurznamen.`,
    ownGroup: (group: string) =>
      `Die Gruppe „${group}“ kennt der Katalog nicht. Geben Sie ihr einen Namen, zum Beispiel: groupName: Märkte`,
    orderPublic: (key: string) =>
      `„${key}“ ist ein Auftrag und darf nie öffentlich sein. Schreiben Sie: disclosure: never`,
  },
  rule: {
    partnerUnknown: (key: string) =>
      `Eine Stelle „${key}“ gibt es nicht. Nennen Sie sie unter partners, mit key, name und mailbox.`,
    countyUnknown: (ags: string) =>
      `Der Kreis mit dem Schlüssel ${ags} ist nicht dabei. Nennen Sie ihn unter partners, und schreiben Sie zum Beispiel: to: partner/kreis`,
    countySelf: 'Ein Kreis kann nichts an sich selbst abgeben. Nennen Sie einen Fachbereich.',
    districtUnknown: (key: string, known: string) =>
      known
        ? `Einen Bereich „${key}“ gibt es in districts.geojson nicht. Möglich sind: ${known}.`
        : `Einen Bereich „${key}“ gibt es nicht, denn districts.geojson fehlt. Legen Sie die Datei an, oder schreiben Sie ein Rechteck: within: […]`,
    rectangle:
      'Ein Rechteck besteht aus vier Zahlen: Länge und Breite links unten, Länge und Breite rechts oben. Schreiben Sie zum Beispiel: [8.89, 52.02, 8.91, 52.03]',
    swapped: (numbers: string) => `Breite und Länge sind vertauscht. Schreiben Sie: ${numbers}`,
    outside: 'Das Rechteck liegt nicht in der Kommune, die Regel würde nie gelten. Prüfen Sie die vier Zahlen.',
    questionUnknown: (question: string, category: string, known: string) =>
      known
        ? `„${category}“ hat keine Frage „${question}“. Möglich sind: ${known}.`
        : `„${category}“ hat keine Fragen. Löschen Sie die Antwort, und nennen Sie einen Ort.`,
    questionNumber: (question: string) =>
      `„${question}“ fragt nach einer Zahl, danach kann keine Regel gehen. Nehmen Sie eine Frage mit festen Antworten.`,
    answerUnknown: (is: string, question: string, options: string) =>
      `„${is}“ ist keine Antwort auf „${question}“. Möglich sind: ${options}.`,
    never: (category: string) =>
      `Diese Antworten kann niemand zugleich geben, bei „${category}“ gilt die Regel nie. Löschen Sie eine davon.`,
    nothing: (category: string) =>
      `Ohne Ort und ohne Antwort gilt die Regel immer. Nennen Sie „${category}“ stattdessen beim Fachbereich unter categories.`,
    same: (category: string, to: string) =>
      `Die Regel ändert nichts: „${category}“ gehört schon zu „${to}“. Löschen Sie sie.`,
    equalRank: (line: number | string, category: string) =>
      `Diese Regel und die in Zeile ${line} können beide für dasselbe Anliegen gelten („${category}“), und keine ist genauer. Geben Sie einer einen kleineren Bereich oder eine Antwort mehr.`,
    repeats: (line: number | string) =>
      `Diese Regel kommt nie zum Zug, denn die in Zeile ${line} sagt schon dasselbe. Löschen Sie eine der beiden.`,
  },
  attribute: {
    questionUnknown: (question: string) =>
      `Eine Frage „${question}“ stellt diese Kommune nirgends. Nennen Sie eine aus dem Katalog, oder mit value eine feste Antwort.`,
  },
  module: {
    placeholder: (name: string) =>
      `„{${name}}“ kann niemand ausfüllen. Es gibt {Nummer}, {Kategorie}, {Ort}, {Fachbereich} und {Datum}.`,
    twice: (key: string) => `„${key}“ steht schon weiter oben. Geben Sie dem Textbaustein einen anderen Kurznamen.`,
    reason: (reason: string, reasons: string) => `Den Grund „${reason}“ gibt es nicht. Es gibt: ${reasons}.`,
    category: (category: string) => `„${category}“ kann man hier nicht melden. Streichen Sie den Eintrag.`,
  },
  partnerTwice: (key: string) => `„${key}“ steht schon weiter oben. Geben Sie der Stelle einen anderen Kurznamen.`,
  neighbourUnknown: (key: string) => `„${key}“ ist nicht dabei. Löschen Sie den Eintrag, oder legen Sie den Ordner an.`,
  neighbourUnknownMeant: (key: string, meant: string) => `„${key}“ ist nicht dabei. Meinten Sie „${meant}“?`,
  neighbourSelf: 'Die Kommune ist nicht ihre eigene Nachbarin. Löschen Sie den Eintrag.',
  hostTaken: (host: string, town: string) =>
    `„${host}“ gehört schon zu „${town}“. Jede Kommune braucht eine eigene Adresse.`,
  agsTaken: (ags: string, town: string) =>
    `Den Gemeindeschlüssel ${ags} hat schon „${town}“. Prüfen Sie, welcher stimmt.`,
  boundary: {
    noPolygon:
      'Die Datei muss eine Fläche enthalten: ein Feature mit einem Polygon oder MultiPolygon. Speichern Sie die Grenze in QGIS als GeoJSON.',
    several: (count: number) =>
      `Die Datei enthält ${count} Flächen, gebraucht wird eine. Löschen Sie die anderen, oder fassen Sie sie in QGIS zusammen.`,
    ring: 'Eine Grenzlinie ist nicht geschlossen: Sie braucht mindestens vier Punkte, und der letzte muss der erste sein.',
    noArea:
      'Eine Grenzlinie umschließt keine Fläche. Löschen Sie sie, oder wählen Sie in QGIS „Geometrien reparieren“.',
    crosses: (at: string) =>
      `Die Grenzlinie überschneidet sich selbst bei ${at}. Wählen Sie in QGIS „Geometrien reparieren“, und speichern Sie neu.`,
    touches: (at: string) =>
      `Die Grenzlinie berührt sich selbst bei ${at}. Wählen Sie in QGIS „Geometrien reparieren“, und speichern Sie neu.`,
    ringsCross: (at: string) =>
      `Zwei Grenzlinien überschneiden sich bei ${at}. Wählen Sie in QGIS „Geometrien reparieren“, und speichern Sie neu.`,
    notDegrees:
      'Die Punkte stehen nicht in Länge und Breite. Speichern Sie die Datei in QGIS mit dem Bezugssystem EPSG:4326 (WGS 84).',
    swapped: 'Breite und Länge sind vertauscht. Bei GeoJSON steht die Länge zuerst, zum Beispiel [8.9, 52.03].',
    ags: 'Das ist kein Gemeindeschlüssel. Schreiben Sie 8 Ziffern in Anführungszeichen, zum Beispiel: "ags": "05766044"',
    attribution:
      'Die Quelle der Grenze fehlt. Schreiben Sie unter properties zum Beispiel: "attribution": "© GeoBasis-DE / BKG 2026"',
  },
  districts: {
    noCollection:
      'Die Datei muss eine Sammlung von Flächen sein (FeatureCollection). Speichern Sie die Bereiche in QGIS als GeoJSON.',
    area: (index: number) => `${index}. Bereich`,
    noKey: 'Der Kurzname fehlt. Schreiben Sie unter properties zum Beispiel: "key": "altstadt"',
    noName: 'Der Name fehlt. Schreiben Sie unter properties zum Beispiel: "name": "Altstadt"',
    twice: (key: string) => `Den Kurznamen „${key}“ hat schon ein anderer Bereich. Geben Sie diesem einen eigenen.`,
    outside: 'Der Bereich liegt nicht in der Kommune. Löschen Sie ihn, oder prüfen Sie seine Punkte.',
  },
  demo: {
    notOneLine: 'Jede Zeile muss für sich ein vollständiges JSON sein, in geschweiften Klammern: { … }',
    outside: 'Der Punkt liegt nicht in der Kommune. Prüfen Sie lat (Breite) und lon (Länge).',
  },
  streets: {
    encoding: 'Die Datei ist nicht als UTF-8 gespeichert. Wählen Sie beim Speichern „CSV UTF-8“.',
    columnMissing: (name: string, all: string) => `Die Spalte ${name} fehlt. Die erste Zeile heißt: ${all}`,
    columnUnknown: (name: string, all: string) => `Eine Spalte „${name}“ gibt es nicht. Möglich sind: ${all}.`,
    columnMeant: (name: string, meant: string) => `Eine Spalte „${name}“ gibt es nicht. Meinten Sie „${meant}“?`,
    columnTwice: (name: string) => `Die Spalte „${name}“ steht zweimal da. Löschen Sie eine.`,
    fields: (found: number, needed: number) =>
      `Hier stehen ${found} Werte, die erste Zeile nennt ${needed} Spalten. Werte mit Komma gehören in Anführungszeichen.`,
    noStreet: 'Der Name der Straße fehlt.',
    tooLong: (most: number) => `Höchstens ${most} Zeichen. Kürzen Sie den Eintrag.`,
    postcode: 'Das ist keine Postleitzahl. Schreiben Sie 5 Ziffern, oder lassen Sie das Feld leer.',
    notNumber: 'Hier muss eine Zahl in Grad stehen, zum Beispiel 52.0313.',
    swapped: 'lat und lon sind vertauscht. lat ist die Breite, zum Beispiel 52.03, lon die Länge, zum Beispiel 8.9.',
    outside: 'Der Punkt liegt nicht in der Kommune. Prüfen Sie lat (Breite) und lon (Länge).',
    twice: (line: number) => `Diese Adresse steht schon in Zeile ${line}. Löschen Sie eine der beiden.`,
    more: (count: number) => `Und noch ${count} weitere Stellen in dieser Datei.`,
  },
  logo: {
    notSvg: 'Das ist kein SVG. Speichern Sie das Wappen oder Logo als SVG-Datei.',
    script: 'Das Bild enthält ein Programm. Speichern Sie es in Ihrem Zeichenprogramm als „einfaches SVG“.',
    foreign: (address: string) =>
      `Das Bild lädt etwas von einer anderen Adresse nach: ${address}. Betten Sie es ein, oder löschen Sie den Verweis.`,
  },
  catalogue: {
    missing: (what: string) => `${what}: Der Text fehlt.`,
    group: (group: string) => `Die Gruppe „${group}“ fehlt oben unter groups.`,
    twice: (key: string) => `„${key}“ steht zweimal da. Jede Kategorie braucht einen eigenen Kurznamen.`,
    orderPublic: (key: string) => `„${key}“ ist ein Auftrag. Schreiben Sie: disclosure: never`,
    objectNumber: (key: string) => `objectNumber nennt bei „${key}“ keine Frage nach einem Text.`,
    effect: (where: string) => `${where} wirkt bei einer Antwort, die es nicht gibt.`,
    showIf: (where: string) => `${where} hängt an einer Frage oder Antwort, die es vorher nicht gibt.`,
  },
}
