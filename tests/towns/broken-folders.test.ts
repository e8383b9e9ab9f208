import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../client/i18n/index.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import type { TownFolder } from '../../server/towns/check.ts'
import { checkCatalogue } from '../../server/towns/check-catalogue.ts'
import { checkFolders } from '../../server/towns/check-towns.ts'
import { problemLine } from '../../server/towns/problem.ts'
import type { Language } from '../../tenants/languages.ts'
import { sharedData } from '../support/shared-data.ts'

const tenants = readTenants('tenants')
const shared = checkCatalogue(tenants.catalogue, words('de').check)
if (!shared.ok) throw new Error('the catalogue is broken')
const { catalogue } = shared

const TOWN = `key: lemgo
name: Lemgo
ags: '05766044'
postcodes: ['32657']
live: true
theme:
  accent: '#2f5d34'
categories: [pothole, street-light, fly-tipping, bench, drain]
departments:
  - key: dispatch
    name: Leitstelle
    mailbox: leitstelle@lemgo.example
    dispatcher: true
  - key: depot
    name: Bauhof
    mailbox: bauhof@lemgo.example
    deputy: dispatch
    categories: [pothole, fly-tipping, bench]
  - key: roads
    name: Straßen
    mailbox: strassen@lemgo.example
    categories: [street-light, drain]
partners:
  - { key: works, name: Stadtwerke, mailbox: netz@works.example }
rules:
  - category: fly-tipping
    answer: { question: site, is: nature }
    to: dispatch
  - category: bench
    within: [8.893, 52.024, 8.9075, 52.032]
    to: roads
neighbours: [bad-salzuflen]
`
const MINIMAL = `key: lemgo
name: Lemgo
departments:
  - name: Rathaus
    mailbox: rathaus@lemgo.example
`
const boundaryOf = (town: string) => tenants.towns.find(({ key }) => key === town)!.boundary
const BOUNDARY = boundaryOf('lemgo')
/** Around it: a town, and the county, which lends nothing. */
const NEIGHBOURS: TownFolder[] = ['bad-salzuflen', 'kreis-lippe'].map((key) => ({
  key,
  townYaml: `key: ${key}\nname: ${key}\ndepartments: [{ key: roads, name: Straßen, mailbox: roads@${key}.example }]\n`,
  boundary: boundaryOf(key),
  districts: null,
  logo: null,
  demo: null,
}))
const WHOLE: TownFolder = {
  key: 'lemgo',
  townYaml: TOWN,
  boundary: BOUNDARY,
  districts: null,
  logo: null,
  demo: null,
}

/** The town with one thing written differently. */
function wrote(right: string, wrong: string): Partial<TownFolder> {
  if (!TOWN.includes(right)) throw new Error(`the town does not say ${right}`)
  return { townYaml: TOWN.replace(right, wrong) }
}
const added = (lines: string): Partial<TownFolder> => wrote('neighbours:', `${lines}\nneighbours:`)
const area = (geometry: unknown, properties: object = { attribution: '© BKG' }) =>
  JSON.stringify({ type: 'Feature', properties, geometry }, null, 1)
const ring = (...points: number[][]) => ({ type: 'Polygon', coordinates: [points] })
const districts = (...features: object[]) => ({
  districts: JSON.stringify({ type: 'FeatureCollection', features }, null, 1),
})
const district = (properties: object, lon: number, lat: number) => ({
  type: 'Feature',
  properties,
  geometry: ring([lon, lat], [lon + 0.01, lat], [lon + 0.01, lat + 0.01], [lon, lat]),
})

const check = (change: Partial<TownFolder>, language: Language) =>
  checkFolders([...NEIGHBOURS, { ...WHOLE, ...change }], { catalogue, say: words(language).check }).problems
const linesOf = (change: Partial<TownFolder>, language: Language) => check(change, language).map(problemLine)

/** What is wrong, how it comes about, and every word that is said about it. */
const BROKEN: [string, Partial<TownFolder>, string[], string[]][] = [
  [
    'a tab',
    wrote('  accent', '\taccent'),
    ['lemgo/town.yaml:7:1 Die Zeile ist mit der Tabulatortaste eingerückt. Nehmen Sie stattdessen Leerzeichen.'],
    ['lemgo/town.yaml:7:1 The line is indented with the tab key. Use spaces instead.'],
  ],
  [
    'a line that is indented too little',
    wrote('    deputy:', '   deputy:'),
    ['lemgo/town.yaml:17:1 Die Einrückung stimmt nicht. Was zusammengehört, muss gleich weit vom Rand beginnen.'],
    [
      'lemgo/town.yaml:17:1 The indentation is wrong. Lines that belong together must start at the same distance from the margin.',
    ],
  ],
  [
    'a line that is indented too far',
    wrote('    name: Bauhof', '     name: Bauhof'),
    ['lemgo/town.yaml:15:6 Die Einrückung stimmt nicht. Was zusammengehört, muss gleich weit vom Rand beginnen.'],
    [
      'lemgo/town.yaml:15:6 The indentation is wrong. Lines that belong together must start at the same distance from the margin.',
    ],
  ],
  [
    'a line without a colon',
    wrote('name: Lemgo', 'name Lemgo'),
    [
      'lemgo/town.yaml:2:1 In dieser Zeile fehlt ein Doppelpunkt mit einem Leerzeichen dahinter. Schreiben Sie zum Beispiel: name: Lemgo',
    ],
    ['lemgo/town.yaml:2:1 This line lacks a colon followed by a space. Write, for example: name: Lemgo'],
  ],
  [
    'no space after the colon',
    wrote('name: Lemgo', 'name:Lemgo'),
    [
      'lemgo/town.yaml:2:1 In dieser Zeile fehlt ein Doppelpunkt mit einem Leerzeichen dahinter. Schreiben Sie zum Beispiel: name: Lemgo',
    ],
    ['lemgo/town.yaml:2:1 This line lacks a colon followed by a space. Write, for example: name: Lemgo'],
  ],
  [
    'a colon inside a text',
    wrote('name: Bauhof', 'name: Bauhof: Süd'),
    ['lemgo/town.yaml:15:11 Im Text steht ein Doppelpunkt. Setzen Sie den Text in Anführungszeichen: "Bauhof: Süd"'],
    ['lemgo/town.yaml:15:11 There is a colon inside the text. Put the text in quotation marks: "Bauhof: Süd"'],
  ],
  [
    'a quotation mark that stays open',
    wrote('name: Bauhof', 'name: "Bauhof'),
    ['lemgo/town.yaml:15:11 Dieses Anführungszeichen ist offen geblieben. Schreiben Sie das zweite hinter den Text.'],
    ['lemgo/town.yaml:15:11 This quotation mark was left open. Put the second one after the text.'],
  ],
  [
    'more text behind the quotation mark',
    wrote('name: Bauhof', 'name: "Bauhof" Süd'),
    [
      'lemgo/town.yaml:15:20 Hinter dem Anführungszeichen steht noch etwas. Setzen Sie den ganzen Text zwischen ein Paar davon.',
    ],
    ['lemgo/town.yaml:15:20 Something follows the closing quotation mark. Put the whole text inside one pair of them.'],
  ],
  [
    'a text that starts with a sign',
    wrote('name: Bauhof', 'name: @Bauhof'),
    [
      'lemgo/town.yaml:15:11 Am Anfang eines Textes hat @ eine eigene Bedeutung. Setzen Sie den Text in Anführungszeichen: "@Bauhof"',
    ],
    [
      'lemgo/town.yaml:15:11 At the start of a text, @ has a meaning of its own. Put the text in quotation marks: "@Bauhof"',
    ],
  ],
  [
    'a text that starts with a star',
    wrote('name: Bauhof', 'name: *Bauhof*'),
    [
      'lemgo/town.yaml:15:11 Am Anfang eines Textes hat * eine eigene Bedeutung. Setzen Sie den Text in Anführungszeichen: "*Bauhof*"',
    ],
    [
      'lemgo/town.yaml:15:11 At the start of a text, * has a meaning of its own. Put the text in quotation marks: "*Bauhof*"',
    ],
  ],
  [
    'a bracket that stays open',
    wrote('[street-light, drain]', '[street-light, drain'),
    ['lemgo/town.yaml:22:17 Diese Klammer ist offen geblieben. Schreiben Sie hinter den letzten Eintrag: ]'],
    ['lemgo/town.yaml:22:17 This bracket was left open. After the last entry, write: ]'],
  ],
  [
    'a bracket that stays open among fields',
    wrote('is: nature }', 'is: nature'),
    ['lemgo/town.yaml:27:13 Diese Klammer ist offen geblieben. Schreiben Sie hinter den letzten Eintrag: }'],
    ['lemgo/town.yaml:27:13 This bracket was left open. After the last entry, write: }'],
  ],
  [
    'a comma too many',
    wrote('[street-light, drain]', '[street-light,, drain]'),
    ['lemgo/town.yaml:22:31 Hier ist ein Komma zu viel. Löschen Sie es.'],
    ['lemgo/town.yaml:22:31 There is a comma too many here. Delete it.'],
  ],
  [
    'a comma too few',
    wrote('site, is', 'site is'),
    ['lemgo/town.yaml:27:25 Zwischen zwei Einträgen fehlt ein Komma. Schreiben Sie zum Beispiel: [pothole, tree]'],
    ['lemgo/town.yaml:27:25 A comma is missing between two entries. Write it like: [pothole, tree]'],
  ],
  [
    'an angle bracket',
    wrote('mailbox: bauhof@lemgo.example', 'mailbox: >bauhof@lemgo.example'),
    [
      'lemgo/town.yaml:16:14 Am Anfang eines Textes hat > eine eigene Bedeutung. Setzen Sie den Text in Anführungszeichen: ">bauhof@lemgo.example"',
    ],
    [
      'lemgo/town.yaml:16:14 At the start of a text, > has a meaning of its own. Put the text in quotation marks: ">bauhof@lemgo.example"',
    ],
  ],
  [
    'a field twice',
    wrote('live: true', 'live: true\nname: Bad Lemgo'),
    ['lemgo/town.yaml:6:1 „name“ steht schon in Zeile 2. Lassen Sie nur eine der beiden stehen.'],
    ['lemgo/town.yaml:6:1 “name” is already on line 2. Keep only one of the two.'],
  ],
  [
    'an entry without its dash',
    wrote('  - key: depot', '    key: depot'),
    [
      'lemgo/town.yaml:14:5 Hier beginnt wohl ein neuer Eintrag. Setzen Sie einen Strich und ein Leerzeichen davor: - key: depot',
    ],
    ['lemgo/town.yaml:14:5 A new entry seems to start here. Put a dash and a space before it: - key: depot'],
  ],
  [
    'a list on the line of its field',
    wrote('[bad-salzuflen]', '- bad-salzuflen'),
    [
      'lemgo/town.yaml:32:13 Die Liste muss in der nächsten Zeile beginnen, jeder Eintrag mit einem Strich und einem Leerzeichen.',
    ],
    ['lemgo/town.yaml:32:13 The list must start on the next line, each entry with a dash and a space.'],
  ],
  [
    'a second part',
    wrote('live: true', '---\nlive: true'),
    ['lemgo/town.yaml:5:1 Die Zeile --- trennt die Datei in zwei Teile. Löschen Sie sie.'],
    ['lemgo/town.yaml:5:1 The line --- splits the file in two. Delete it.'],
  ],
  [
    'a file with nothing in it',
    { townYaml: '# Lemgo\n' },
    ['lemgo/town.yaml:1:1 Die Datei ist leer. Schreiben Sie zum Beispiel in die erste Zeile: key: musterstadt'],
    ['lemgo/town.yaml:1:1 The file is empty. Start it with a line such as: key: exampletown'],
  ],
  [
    'a file that is only a text',
    { townYaml: 'Lemgo\n' },
    ['lemgo/town.yaml:1:1 Die Datei muss aus Zeilen wie dieser bestehen: name: Lemgo'],
    ['lemgo/town.yaml:1:1 The file must consist of lines like this one: name: Lemgo'],
  ],
  [
    'a file in another encoding',
    wrote('Straßen', 'Stra\uFFFDen'),
    [
      'lemgo/town.yaml:20:15 Hier steht ein Zeichen, das sich nicht lesen lässt. Speichern Sie die Datei mit der Kodierung UTF-8.',
    ],
    ['lemgo/town.yaml:20:15 There is a character here that cannot be read. Save the file with the encoding UTF-8.'],
  ],
  [
    'no town.yaml beside other files',
    { townYaml: '' },
    ['lemgo/town.yaml Die Datei fehlt. Legen Sie lemgo/town.yaml an.'],
    ['lemgo/town.yaml The file is missing. Please create lemgo/town.yaml.'],
  ],
  [
    'a town.yaml of another name',
    { townYaml: '', others: ['town.yml'] },
    ['lemgo/town.yml Die Datei heißt town.yml und wird so nicht gefunden. Nennen Sie sie town.yaml.'],
    ['lemgo/town.yml The file is called town.yml and is not found by that name. Rename it to town.yaml.'],
  ],
  [
    'no boundary',
    { boundary: '' },
    ['lemgo/boundary.geojson Die Datei fehlt. Legen Sie lemgo/boundary.geojson an.'],
    ['lemgo/boundary.geojson The file is missing. Please create lemgo/boundary.geojson.'],
  ],
  [
    'a municipality key without quotation marks',
    wrote("'05766044'", '05766044'),
    [
      'lemgo/town.yaml:3:6 ags: Ohne Anführungszeichen geht die Null am Anfang verloren. Schreiben Sie: ags: "05766044"',
    ],
    ['lemgo/town.yaml:3:6 ags: Without quotation marks the zero at the start is lost. Write: ags: "05766044"'],
  ],
  [
    'a municipality key that lacks a digit',
    wrote("'05766044'", "'0576604'"),
    [
      'lemgo/town.yaml:3:6 ags: Das ist kein Gemeindeschlüssel. Er hat 8 Ziffern, der eines Kreises 5. Schreiben Sie ihn in Anführungszeichen, zum Beispiel "05766044".',
    ],
    [
      'lemgo/town.yaml:3:6 ags: This is not a municipality key. It has 8 digits, that of a county 5. Write it in quotation marks, for example "05766044".',
    ],
  ],
  [
    'no municipality key anywhere',
    { townYaml: MINIMAL, boundary: area(JSON.parse(BOUNDARY).geometry) },
    [
      'lemgo/town.yaml:1:1 ags: Der Gemeindeschlüssel fehlt, und auch boundary.geojson nennt keinen. Schreiben Sie zum Beispiel: ags: "05766044"',
    ],
    [
      'lemgo/town.yaml:1:1 ags: The municipality key is missing, and boundary.geojson does not name one either. Write, for example: ags: "05766044"',
    ],
  ],
  [
    'a postcode without quotation marks',
    wrote("['32657']", '[32657]'),
    ['lemgo/town.yaml:4:13 postcodes, 1. Eintrag: Ohne Anführungszeichen ist das kein Text. Schreiben Sie: "32657"'],
    ['lemgo/town.yaml:4:13 postcodes, entry 1: Without quotation marks this is not a text. Write: "32657"'],
  ],
  [
    'a single value for a list',
    wrote("['32657']", '32657'),
    [
      'lemgo/town.yaml:4:12 postcodes: Hier muss eine Liste stehen, auch für einen einzelnen Eintrag. Schreiben Sie: ["32657"]',
    ],
    ['lemgo/town.yaml:4:12 postcodes: This must be a list, even for a single entry. Write: ["32657"]'],
  ],
  [
    'yes for true',
    wrote('live: true', 'live: yes'),
    ['lemgo/town.yaml:5:7 live: „yes“ geht hier nicht. Schreiben Sie true für ja oder false für nein.'],
    ['lemgo/town.yaml:5:7 live: “yes” does not work here. Write true for yes or false for no.'],
  ],
  [
    'a list for true',
    wrote('live: true', 'live: [ja]'),
    ['lemgo/town.yaml:5:1 live: Schreiben Sie true für ja oder false für nein.'],
    ['lemgo/town.yaml:5:1 live: Write true for yes or false for no.'],
  ],
  [
    'a block for a language',
    wrote('live: true', 'languages: [{ de: ja }]'),
    [
      'lemgo/town.yaml:5:13 languages, 1. Eintrag: Schreiben Sie eines von: de (Deutsch), de-simple (Einfache Sprache), en (Englisch).',
    ],
    ['lemgo/town.yaml:5:13 languages, entry 1: Write one of: de (German), de-simple (easy German), en (English).'],
  ],
  [
    'a colour that becomes a remark',
    wrote("'#2f5d34'", '#2f5d34'),
    [
      'lemgo/town.yaml:7:11 theme, accent: Was hinter # steht, gilt als Erklärung und wird nicht gelesen. Setzen Sie den Wert in Anführungszeichen: "#2f5d34"',
    ],
    [
      'lemgo/town.yaml:7:11 theme, accent: Whatever follows # counts as a remark and is not read. Put the value in quotation marks: "#2f5d34"',
    ],
  ],
  [
    'a colour by its name',
    wrote("'#2f5d34'", 'grün'),
    [
      'lemgo/town.yaml:7:11 theme, accent: Das ist keine Farbe. Schreiben Sie # und sechs Stellen, in Anführungszeichen, zum Beispiel "#00536e".',
    ],
    [
      'lemgo/town.yaml:7:11 theme, accent: This is not a colour. Write # and six digits, in quotation marks, for example "#00536e".',
    ],
  ],
  [
    'a sign-in service without TLS',
    wrote('live: true', 'live: true\nsignIn: { openId: { issuer: "http://login.example", clientId: a, name: b } }'),
    [
      'lemgo/town.yaml:6:29 signIn, openId, issuer: Nennen Sie die Adresse des Anmeldedienstes mit https, zum Beispiel https://anmelden.stadt.example/realms/stadt.',
    ],
    [
      'lemgo/town.yaml:6:29 signIn, openId, issuer: Give the address of the sign-in service with https, for example https://login.town.example/realms/town.',
    ],
  ],
  [
    'a field without a value',
    wrote("theme:\n  accent: '#2f5d34'", 'theme:'),
    [
      'lemgo/town.yaml:6:1 theme: Hinter dem Doppelpunkt steht nichts. Ergänzen Sie den Wert, oder löschen Sie die Zeile.',
    ],
    ['lemgo/town.yaml:6:1 theme: There is nothing after the colon. Add the value, or delete the line.'],
  ],
  [
    'a misspelt field',
    wrote('mailbox: bauhof', 'mailbx: bauhof'),
    ['lemgo/town.yaml:16:5 departments, 2. Eintrag: „mailbx“ gibt es hier nicht. Meinten Sie „mailbox“?'],
    ['lemgo/town.yaml:16:5 departments, entry 2: “mailbx” is not known here. Did you mean “mailbox”?'],
  ],
  [
    'a German field',
    wrote('departments:', 'Fachbereiche:'),
    ['lemgo/town.yaml:9:1 „Fachbereiche“ gibt es hier nicht. Meinten Sie „departments“?'],
    ['lemgo/town.yaml:9:1 “Fachbereiche” is not known here. Did you mean “departments”?'],
  ],
  [
    'a field that does not exist',
    wrote('deputy: dispatch', 'fax: "05261 213"'),
    [
      'lemgo/town.yaml:17:5 departments, 2. Eintrag: „fax“ gibt es hier nicht. Möglich sind: key, name, mailbox, phone, hours, deputy, onCall, dispatcher, categories, from, serves.',
    ],
    [
      'lemgo/town.yaml:17:5 departments, entry 2: “fax” is not known here. You can use: key, name, mailbox, phone, hours, deputy, onCall, dispatcher, categories, from, serves.',
    ],
  ],
  [
    'no name',
    wrote('name: Lemgo\n', ''),
    ['lemgo/town.yaml:1:1 name: Die Angabe fehlt. Schreiben Sie zum Beispiel: name: Musterstadt'],
    ['lemgo/town.yaml:1:1 name: This is missing. Write, for example: name: Exampletown'],
  ],
  [
    'no mailbox',
    wrote('    mailbox: bauhof@lemgo.example\n', ''),
    [
      'lemgo/town.yaml:14:5 departments, 2. Eintrag: Das Postfach des Fachbereichs fehlt. Schreiben Sie zum Beispiel: mailbox: bauhof@musterstadt.de',
    ],
    [
      'lemgo/town.yaml:14:5 departments, entry 2: The mailbox of the department is missing. Write, for example: mailbox: roads@exampletown.de',
    ],
  ],
  [
    'a mailbox that is none',
    wrote('bauhof@lemgo.example', 'Bürgerbüro'),
    [
      'lemgo/town.yaml:16:14 departments, 2. Eintrag, mailbox: „Bürgerbüro“ ist keine E-Mail-Adresse. Schreiben Sie eine wie rathaus@stadt.de, ohne Umlaute.',
    ],
    [
      'lemgo/town.yaml:16:14 departments, entry 2, mailbox: “Bürgerbüro” is not an e-mail address. Write one like townhall@town.de, without umlauts.',
    ],
  ],
  [
    'a phone number without quotation marks',
    wrote('deputy: dispatch', 'phone: 05261213'),
    [
      'lemgo/town.yaml:17:12 departments, 2. Eintrag, phone: Ohne Anführungszeichen ist das kein Text. Schreiben Sie: "05261213"',
    ],
    [
      'lemgo/town.yaml:17:12 departments, entry 2, phone: Without quotation marks this is not a text. Write: "05261213"',
    ],
  ],
  [
    'a short name with umlauts',
    wrote('key: depot', 'key: Bauhof Süd'),
    [
      'lemgo/town.yaml:14:10 departments, 2. Eintrag, key: „Bauhof Süd“ ist kein Kurzname: Er besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen. Schreiben Sie zum Beispiel: bauhof-sued',
    ],
    [
      'lemgo/town.yaml:14:10 departments, entry 2, key: “Bauhof Süd” is not a short name: it consists of small letters without umlauts, digits and hyphens. Write, for example: bauhof-sued',
    ],
  ],
  [
    'a key that is not the folder’s',
    wrote('key: lemgo', 'key: lemgow'),
    ['lemgo/town.yaml:1:6 key: Schreiben Sie „lemgo“, so heißt der Ordner.'],
    ['lemgo/town.yaml:1:6 key: Write “lemgo”, as the folder is called.'],
  ],
  [
    'a folder with a space',
    { key: 'Alt Lemgo' },
    [
      'Alt Lemgo Der Ordner „Alt Lemgo“ muss einen Kurznamen aus kleinen Buchstaben, Ziffern und Bindestrichen haben. Nennen Sie ihn zum Beispiel „alt-lemgo“.',
    ],
    [
      'Alt Lemgo The folder “Alt Lemgo” needs a short name of small letters, digits and hyphens. Rename it, for example to “alt-lemgo”.',
    ],
  ],
  [
    'an address of the platform',
    { key: 'api', townYaml: TOWN.replace('key: lemgo', 'key: api') },
    [
      'api/town.yaml:1:6 key: „api“ ist schon eine Adresse der Plattform. Wählen Sie einen anderen Kurznamen, und nennen Sie den Ordner genauso.',
    ],
    [
      'api/town.yaml:1:6 key: “api” is already an address of the platform. Choose another short name, and rename the folder to match.',
    ],
  ],
  [
    'a kind in German',
    wrote('live: true', 'kind: Stadt'),
    [
      'lemgo/town.yaml:5:7 kind: „Stadt“ gibt es hier nicht. Schreiben Sie eines von: town (Stadt), municipality (Gemeinde), county (Kreis).',
    ],
    ['lemgo/town.yaml:5:7 kind: “Stadt” is not known here. Write one of: town, municipality, county.'],
  ],
  [
    'a language there is not',
    wrote('live: true', 'languages: [de, fr]'),
    [
      'lemgo/town.yaml:5:17 languages, 2. Eintrag: „fr“ gibt es hier nicht. Schreiben Sie eines von: de (Deutsch), de-simple (Einfache Sprache), en (Englisch).',
    ],
    [
      'lemgo/town.yaml:5:17 languages, entry 2: “fr” is not known here. Write one of: de (German), de-simple (easy German), en (English).',
    ],
  ],
  [
    'a German day',
    wrote('live: true', 'legal: { processingAgreement: 1.12.2026 }'),
    [
      'lemgo/town.yaml:5:31 legal, processingAgreement: Schreiben Sie den Tag als Jahr, Monat, Tag mit Strichen dazwischen: 2026-12-01',
    ],
    [
      'lemgo/town.yaml:5:31 legal, processingAgreement: Write the day as year, month and day with hyphens between them: 2026-12-01',
    ],
  ],
  [
    'a web address without https',
    wrote('live: true', 'contact: { website: www.lemgo.de }'),
    [
      'lemgo/town.yaml:5:21 contact, website: Das ist keine vollständige Internetadresse. Schreiben Sie zum Beispiel: https://www.lemgo.de',
    ],
    [
      'lemgo/town.yaml:5:21 contact, website: This is not a complete web address. Write, for example: https://www.lemgo.de',
    ],
  ],
  [
    'a host with https',
    wrote('live: true', 'host: https://melden.lemgo.de'),
    [
      'lemgo/town.yaml:5:7 host: Das ist kein Hostname. Schreiben Sie ihn ohne https:// und ohne Schrägstrich, zum Beispiel melden.stadt.de.',
    ],
    [
      'lemgo/town.yaml:5:7 host: This is not a host name. Write it without https:// and without a slash, for example report.town.de.',
    ],
  ],
  [
    'a number that is too big',
    wrote('live: true', 'retention: { contact: 99 }'),
    ['lemgo/town.yaml:5:23 retention, contact: Die Zahl ist zu groß. Schreiben Sie höchstens 24.'],
    ['lemgo/town.yaml:5:23 retention, contact: The number is too big. Write at most 24.'],
  ],
  [
    'a number in words',
    wrote('live: true', 'retention: { contact: sechs }'),
    ['lemgo/town.yaml:5:23 retention, contact: Hier muss eine Zahl stehen, zum Beispiel 5.'],
    ['lemgo/town.yaml:5:23 retention, contact: This must be a number, for example 5.'],
  ],
  [
    'a text without German',
    wrote('live: true', 'texts: { news: { en: Closed } }'),
    ['lemgo/town.yaml:5:10 texts, news: Der deutsche Text fehlt. Schreiben Sie zum Beispiel: de: Willkommen'],
    ['lemgo/town.yaml:5:10 texts, news: The German text is missing. Write, for example: de: Willkommen'],
  ],
  [
    'a block for which a word stands',
    wrote('live: true', 'map: none'),
    ['lemgo/town.yaml:5:6 map: Hier müssen eigene Zeilen folgen, eingerückt. Möglich sind: tiles, url, attribution.'],
    [
      'lemgo/town.yaml:5:6 map: Details must follow here on lines of their own, indented. You can use: tiles, url, attribution.',
    ],
  ],
  [
    'a map service without its address',
    wrote('live: true', 'map: { tiles: direct, attribution: OSM }'),
    [
      'lemgo/town.yaml:5:1 map, url: Die Angabe fehlt. Schreiben Sie zum Beispiel: url: https://karten.musterstadt.de/{z}/{x}/{y}.png',
    ],
    [
      'lemgo/town.yaml:5:1 map, url: This is missing. Write, for example: url: https://maps.exampletown.de/{z}/{x}/{y}.png',
    ],
  ],
  [
    'a day of the season in German',
    wrote('live: true', 'changes: { bench: { season: { from: 1.11., until: "03-31" } } }'),
    [
      'lemgo/town.yaml:5:37 changes, bench, season, from: Schreiben Sie Monat und Tag mit je zwei Ziffern in Anführungszeichen, zum Beispiel "11-01" für den 1. November.',
    ],
    [
      'lemgo/town.yaml:5:37 changes, bench, season, from: Write month and day with two digits each in quotation marks, for example "11-01" for 1 November.',
    ],
  ],
  [
    'a category by its German name',
    wrote('categories: [pothole, str', 'categories: [Schlagloch, str'),
    [
      'lemgo/town.yaml:8:14 categories, 1. Eintrag: Hier muss der Kurzname stehen, nicht „Schlagloch“. Meinten Sie „pothole“?',
    ],
    [
      'lemgo/town.yaml:8:14 categories, entry 1: The short name belongs here, not “Schlagloch”. Did you mean “pothole”?',
    ],
  ],
  [
    'a misspelt category',
    wrote('categories: [pothole, str', 'categories: [potole, str'),
    ['lemgo/town.yaml:8:14 categories, 1. Eintrag: „potole“ steht nicht im Katalog. Meinten Sie „pothole“?'],
    ['lemgo/town.yaml:8:14 categories, entry 1: “potole” is not in the catalogue. Did you mean “pothole”?'],
  ],
  [
    'a category that nobody knows',
    wrote('drain]\ndep', 'drain, ufo]\ndep'),
    [
      'lemgo/town.yaml:8:64 categories, 6. Eintrag: „ufo“ steht nicht im Katalog. Alle Kurznamen stehen in catalogue/catalogue.yaml.',
    ],
    [
      'lemgo/town.yaml:8:64 categories, entry 6: “ufo” is not in the catalogue. All short names are in catalogue/catalogue.yaml.',
    ],
  ],
  [
    'one category for a list',
    wrote('categories: [street-light, drain]', 'categories: drain'),
    [
      'lemgo/town.yaml:22:17 departments, 3. Eintrag, categories: Das passt hier nicht. Möglich ist: das Wort rest oder eine Liste in eckigen Klammern wie [pothole, tree].',
    ],
    [
      'lemgo/town.yaml:22:17 departments, entry 3, categories: This does not fit here. You can write: the word rest or a list in square brackets like [pothole, tree].',
    ],
  ],
  [
    'a category the town does not offer',
    wrote('[street-light, drain]', '[street-light, drain, graffiti]'),
    [
      'lemgo/town.yaml:22:39 departments, 3. Eintrag, categories, 3. Eintrag: „graffiti“ bietet die Kommune nicht an. Nehmen Sie die Kategorie oben bei categories dazu, oder löschen Sie sie hier.',
    ],
    [
      'lemgo/town.yaml:22:39 departments, entry 3, categories, entry 3: The town does not offer “graffiti”. Add the category to categories at the top, or delete it here.',
    ],
  ],
  [
    'a category of two departments',
    wrote('[street-light, drain]', '[street-light, drain, pothole]'),
    [
      'lemgo/town.yaml:22:39 departments, 3. Eintrag, categories, 3. Eintrag: „pothole“ steht schon bei „Bauhof“. Nennen Sie die Kategorie nur bei einem Fachbereich.',
    ],
    [
      'lemgo/town.yaml:22:39 departments, entry 3, categories, entry 3: “pothole” already belongs to “Bauhof”. Name the category in only one department.',
    ],
  ],
  [
    'a change to a category the town does not offer',
    wrote('live: true', 'changes: { graffiti: { answerWithin: 3 } }'),
    [
      'lemgo/town.yaml:5:12 changes, graffiti: „graffiti“ bietet die Kommune nicht an. Nehmen Sie die Kategorie oben bei categories dazu, oder löschen Sie sie hier.',
    ],
    [
      'lemgo/town.yaml:5:12 changes, graffiti: The town does not offer “graffiti”. Add the category to categories at the top, or delete it here.',
    ],
  ],
  [
    'an own category the catalogue has',
    wrote('live: true', 'own: [{ key: bench, group: roads, name: Bank }]'),
    [
      'lemgo/town.yaml:5:14 own, 1. Eintrag, key: „bench“ gibt es schon im Katalog. Wählen Sie einen anderen Kurznamen.',
    ],
    ['lemgo/town.yaml:5:14 own, entry 1, key: “bench” is already in the catalogue. Choose another short name.'],
  ],
  [
    'two dispatchers',
    wrote('    deputy:', '    dispatcher: true\n    deputy:'),
    [
      'lemgo/town.yaml:9:1 departments: „dispatcher: true“ steht bei 2 Fachbereichen. Lassen Sie es nur bei einem stehen.',
    ],
    ['lemgo/town.yaml:9:1 departments: 2 departments have “dispatcher: true”. Keep it in only one of them.'],
  ],
  [
    'no dispatcher',
    wrote('    dispatcher: true\n', ''),
    [
      'lemgo/town.yaml:9:1 departments: Ein Fachbereich muss auffangen, was sonst niemandem gehört. Schreiben Sie bei ihm: dispatcher: true',
    ],
    [
      'lemgo/town.yaml:9:1 departments: One department must catch what belongs to nobody else. Write there: dispatcher: true',
    ],
  ],
  [
    'a deputy by the department’s name',
    wrote('deputy: dispatch', 'deputy: Leitstelle'),
    [
      'lemgo/town.yaml:17:13 departments, 2. Eintrag, deputy: Hier muss der Kurzname stehen, nicht „Leitstelle“. Meinten Sie „dispatch“?',
    ],
    [
      'lemgo/town.yaml:17:13 departments, entry 2, deputy: The short name belongs here, not “Leitstelle”. Did you mean “dispatch”?',
    ],
  ],
  [
    'a deputy of oneself',
    wrote('deputy: dispatch', 'deputy: depot'),
    [
      'lemgo/town.yaml:17:13 departments, 2. Eintrag, deputy: Niemand kann sich selbst vertreten. Nennen Sie einen anderen Fachbereich, oder löschen Sie die Zeile.',
    ],
    [
      'lemgo/town.yaml:17:13 departments, entry 2, deputy: Nobody can stand in for themselves. Name another department, or delete the line.',
    ],
  ],
  [
    'a department another town does not lend',
    wrote('name: Straßen\n    mailbox: strassen@lemgo.example', 'from: kreis-lippe/roads'),
    [
      'lemgo/town.yaml:20:11 departments, 3. Eintrag, from: „kreis-lippe/roads“ arbeitet nicht für diese Kommune. Dort muss stehen: serves: [{ town: lemgo }]',
    ],
    [
      'lemgo/town.yaml:20:11 departments, entry 3, from: “kreis-lippe/roads” does not work for this town. That town’s file must say: serves: [{ town: lemgo }]',
    ],
  ],
  [
    'a rule to nobody',
    wrote('to: roads', 'to: strassenbau'),
    [
      'lemgo/town.yaml:31:9 rules, 2. Eintrag, to: Einen Fachbereich „strassenbau“ gibt es nicht. Möglich sind: dispatch, depot, roads.',
    ],
    [
      'lemgo/town.yaml:31:9 rules, entry 2, to: There is no department “strassenbau”. You can use: dispatch, depot, roads.',
    ],
  ],
  [
    'a rule to a partner there is not',
    wrote('to: roads', 'to: partner/bahn'),
    [
      'lemgo/town.yaml:31:9 rules, 2. Eintrag, to: Eine Stelle „bahn“ gibt es nicht. Nennen Sie sie unter partners, mit key, name und mailbox.',
    ],
    [
      'lemgo/town.yaml:31:9 rules, entry 2, to: There is no partner “bahn”. List it under partners, with key, name and mailbox.',
    ],
  ],
  [
    'a question the category does not have',
    wrote('question: site', 'question: place'),
    [
      'lemgo/town.yaml:27:25 rules, 1. Eintrag, answer, question: „fly-tipping“ hat keine Frage „place“. Möglich sind: kind („Was liegt dort?“), amount („Wie viel ist es?“), site („Wo liegt es?“), hazardous („Ist etwas Giftiges dabei, zum Beispiel Öl, Farbe oder Asbest?“).',
    ],
    [
      'lemgo/town.yaml:27:25 rules, entry 1, answer, question: “fly-tipping” has no question “place”. You can use: kind (“What is lying there?”), amount (“How much is it?”), site (“Where is it?”), hazardous (“Is there anything toxic, such as oil, paint or asbestos?”).',
    ],
  ],
  [
    'an answer by its German words',
    wrote('is: nature', 'is: Wald'),
    [
      'lemgo/town.yaml:27:35 rules, 1. Eintrag, answer, is: „Wald“ ist keine Antwort auf „site“. Möglich sind: street („An Straße, Weg oder Platz“), container („Am Altglascontainer“), nature („In Wald oder Feld“).',
    ],
    [
      'lemgo/town.yaml:27:35 rules, entry 1, answer, is: “Wald” is no answer to “site”. You can use: street (“On a street, path or square”), container (“At a bottle bank”), nature (“In woods or fields”).',
    ],
  ],
  [
    'a district without districts.geojson',
    wrote('within: [8.893, 52.024, 8.9075, 52.032]', 'in: altstadt'),
    [
      'lemgo/town.yaml:30:9 rules, 2. Eintrag, in: Einen Bereich „altstadt“ gibt es nicht, denn districts.geojson fehlt. Legen Sie die Datei an, oder schreiben Sie ein Rechteck: within: […]',
    ],
    [
      'lemgo/town.yaml:30:9 rules, entry 2, in: There is no district “altstadt”, because districts.geojson is missing. Create the file, or give a rectangle: within: […]',
    ],
  ],
  [
    'a district by its name',
    {
      ...wrote('within: [8.893, 52.024, 8.9075, 52.032]', 'in: Altstadt'),
      ...districts(district({ key: 'old-town', name: 'Altstadt' }, 8.9, 52.03)),
    },
    [
      'lemgo/town.yaml:30:9 rules, 2. Eintrag, in: Hier muss der Kurzname stehen, nicht „Altstadt“. Meinten Sie „old-town“?',
    ],
    ['lemgo/town.yaml:30:9 rules, entry 2, in: The short name belongs here, not “Altstadt”. Did you mean “old-town”?'],
  ],
  [
    'a rectangle elsewhere',
    wrote('[8.893, 52.024, 8.9075, 52.032]', '[7.1, 50, 7.2, 50.1]'),
    [
      'lemgo/town.yaml:30:5 rules, 2. Eintrag, within: Das Rechteck liegt nicht in der Kommune, die Regel würde nie gelten. Prüfen Sie die vier Zahlen.',
    ],
    [
      'lemgo/town.yaml:30:5 rules, entry 2, within: The rectangle does not lie in the town, so the rule would never apply. Check the four numbers.',
    ],
  ],
  [
    'a rectangle with latitude first',
    wrote('[8.893, 52.024, 8.9075, 52.032]', '[52.024, 8.893, 52.032, 8.9075]'),
    [
      'lemgo/town.yaml:30:5 rules, 2. Eintrag, within: Breite und Länge sind vertauscht. Schreiben Sie: [8.893, 52.024, 8.9075, 52.032]',
    ],
    [
      'lemgo/town.yaml:30:5 rules, entry 2, within: Latitude and longitude are swapped. Write: [8.893, 52.024, 8.9075, 52.032]',
    ],
  ],
  [
    'a rectangle of three numbers',
    wrote('[8.893, 52.024, 8.9075, 52.032]', '[8.893, 52.024, 8.9075]'),
    [
      'lemgo/town.yaml:30:5 rules, 2. Eintrag, within: Ein Rechteck besteht aus vier Zahlen: Länge und Breite links unten, Länge und Breite rechts oben. Schreiben Sie zum Beispiel: [8.89, 52.02, 8.91, 52.03]',
    ],
    [
      'lemgo/town.yaml:30:5 rules, entry 2, within: A rectangle consists of four numbers: longitude and latitude of the lower left, longitude and latitude of the upper right. Write, for example: [8.89, 52.02, 8.91, 52.03]',
    ],
  ],
  [
    'two rules of equal rank',
    added('  - category: fly-tipping\n    answer: { question: kind, is: tyres }\n    to: roads'),
    [
      'lemgo/town.yaml:32:5 rules, 3. Eintrag: Diese Regel und die in Zeile 26 können beide für dasselbe Anliegen gelten („fly-tipping“), und keine ist genauer. Geben Sie einer einen kleineren Bereich oder eine Antwort mehr.',
    ],
    [
      'lemgo/town.yaml:32:5 rules, entry 3: This rule and the one on line 26 can both apply to the same report (“fly-tipping”), and neither is more exact. Give one of them a smaller area or one more answer.',
    ],
  ],
  [
    'a rule that says the same again',
    added('  - category: fly-tipping\n    answer: { question: site, is: nature }\n    to: dispatch'),
    [
      'lemgo/town.yaml:32:5 rules, 3. Eintrag: Diese Regel kommt nie zum Zug, denn die in Zeile 26 sagt schon dasselbe. Löschen Sie eine der beiden.',
    ],
    [
      'lemgo/town.yaml:32:5 rules, entry 3: This rule never comes into play, because the one on line 26 already says the same. Delete one of the two.',
    ],
  ],
  [
    'a rule for answers that nobody can give together',
    added(
      '  - category: drain\n    answer: [{ question: fault, is: smell }, { question: water-on-road, is: true }]\n    to: depot',
    ),
    [
      'lemgo/town.yaml:33:5 rules, 3. Eintrag, answer: Diese Antworten kann niemand zugleich geben, bei „drain“ gilt die Regel nie. Löschen Sie eine davon.',
    ],
    [
      'lemgo/town.yaml:33:5 rules, entry 3, answer: Nobody can give these answers together, so the rule never applies to “drain”. Delete one of them.',
    ],
  ],
  [
    'a rule by a number',
    added('  - category: street-light\n    answer: { question: lamps, is: "3" }\n    to: depot'),
    [
      'lemgo/town.yaml:33:25 rules, 3. Eintrag, answer, question: „lamps“ fragt nach einer Zahl, danach kann keine Regel gehen. Nehmen Sie eine Frage mit festen Antworten.',
    ],
    [
      'lemgo/town.yaml:33:25 rules, entry 3, answer, question: “lamps” asks for a number, and no rule can go by that. Use a question with fixed answers.',
    ],
  ],
  [
    'a rule without place and answer',
    added('  - category: pothole\n    to: roads'),
    [
      'lemgo/town.yaml:32:5 rules, 3. Eintrag: Ohne Ort und ohne Antwort gilt die Regel immer. Nennen Sie „pothole“ stattdessen beim Fachbereich unter categories.',
    ],
    [
      'lemgo/town.yaml:32:5 rules, entry 3: Without a place and without an answer the rule always applies. Name “pothole” with the department instead, under categories.',
    ],
  ],
  [
    'a rule that changes nothing',
    added('  - category: pothole\n    answer: { question: size, is: hand }\n    to: depot'),
    [
      'lemgo/town.yaml:32:5 rules, 3. Eintrag: Die Regel ändert nichts: „pothole“ gehört schon zu „depot“. Löschen Sie sie.',
    ],
    ['lemgo/town.yaml:32:5 rules, entry 3: The rule changes nothing: “pothole” already belongs to “depot”. Delete it.'],
  ],
  [
    'a misspelt neighbour',
    wrote('[bad-salzuflen]', '[bad-salzufeln]'),
    ['lemgo/town.yaml:32:14 neighbours, 1. Eintrag: „bad-salzufeln“ ist nicht dabei. Meinten Sie „bad-salzuflen“?'],
    ['lemgo/town.yaml:32:14 neighbours, entry 1: “bad-salzufeln” has not joined. Did you mean “bad-salzuflen”?'],
  ],
  [
    'another town’s municipality key',
    wrote("'05766044'", "'05766008'"),
    [
      'bad-salzuflen/town.yaml:1:1 ags: Den Gemeindeschlüssel 05766008 hat schon „lemgo“. Prüfen Sie, welcher stimmt.',
      'lemgo/town.yaml:3:6 ags: Den Gemeindeschlüssel 05766008 hat schon „bad-salzuflen“. Prüfen Sie, welcher stimmt.',
    ],
    [
      'bad-salzuflen/town.yaml:1:1 ags: “lemgo” already has the municipality key 05766008. Check which one is right.',
      'lemgo/town.yaml:3:6 ags: “bad-salzuflen” already has the municipality key 05766008. Check which one is right.',
    ],
  ],
  [
    'a boundary that is no JSON',
    { boundary: '{\n "type": "Feature",\n "geometry": }' },
    [
      'lemgo/boundary.geojson:3:14 Ab hier ist die Datei kein gültiges JSON mehr. Prüfen Sie Klammern, Kommas und Anführungszeichen davor.',
    ],
    [
      'lemgo/boundary.geojson:3:14 From here on the file is not valid JSON. Check the brackets, commas and quotation marks before it.',
    ],
  ],
  [
    'a boundary that is a line',
    {
      boundary: area({
        type: 'LineString',
        coordinates: [
          [8.8, 52],
          [8.9, 52],
        ],
      }),
    },
    [
      'lemgo/boundary.geojson:6:14 Die Datei muss eine Fläche enthalten: ein Feature mit einem Polygon oder MultiPolygon. Speichern Sie die Grenze in QGIS als GeoJSON.',
    ],
    [
      'lemgo/boundary.geojson:6:14 The file must contain an area: one Feature with a Polygon or MultiPolygon. Save the boundary from QGIS as GeoJSON.',
    ],
  ],
  [
    'a boundary without its source',
    { boundary: area(JSON.parse(BOUNDARY).geometry, { ags: '05766044' }) },
    [
      'lemgo/boundary.geojson:3:16 Die Quelle der Grenze fehlt. Schreiben Sie unter properties zum Beispiel: "attribution": "© GeoBasis-DE / BKG 2026"',
    ],
    [
      'lemgo/boundary.geojson:3:16 The source of the boundary is missing. Under properties, write, for example: "attribution": "© GeoBasis-DE / BKG 2026"',
    ],
  ],
  [
    'a boundary whose key is a number',
    { boundary: area(JSON.parse(BOUNDARY).geometry, { ags: 5766044, attribution: '© BKG' }) },
    [
      'lemgo/boundary.geojson:4:10 Das ist kein Gemeindeschlüssel. Schreiben Sie 8 Ziffern in Anführungszeichen, zum Beispiel: "ags": "05766044"',
    ],
    [
      'lemgo/boundary.geojson:4:10 This is not a municipality key. Write 8 digits in quotation marks, for example: "ags": "05766044"',
    ],
  ],
  [
    'a boundary in metres',
    { boundary: area(ring([486000, 5760000], [487000, 5760000], [487000, 5761000], [486000, 5760000])) },
    [
      'lemgo/boundary.geojson:9:4 Die Punkte stehen nicht in Länge und Breite. Speichern Sie die Datei in QGIS mit dem Bezugssystem EPSG:4326 (WGS 84).',
    ],
    [
      'lemgo/boundary.geojson:9:4 The points are not in longitude and latitude. Save the file from QGIS with the reference system EPSG:4326 (WGS 84).',
    ],
  ],
  [
    'a boundary with latitude first',
    { boundary: area(ring([52, 8.8], [52.1, 8.8], [52.1, 8.9], [52, 8.8])) },
    [
      'lemgo/boundary.geojson:8:18 Breite und Länge sind vertauscht. Bei GeoJSON steht die Länge zuerst, zum Beispiel [8.9, 52.03].',
    ],
    [
      'lemgo/boundary.geojson:8:18 Latitude and longitude are swapped. GeoJSON puts the longitude first, for example [8.9, 52.03].',
    ],
  ],
  [
    'a boundary that is not closed',
    { boundary: area(ring([8.8, 52], [8.9, 52], [8.9, 52.1], [8.8, 52.1])) },
    [
      'lemgo/boundary.geojson:9:4 Eine Grenzlinie ist nicht geschlossen: Sie braucht mindestens vier Punkte, und der letzte muss der erste sein.',
    ],
    [
      'lemgo/boundary.geojson:9:4 A boundary line is not closed: it needs at least four points, and the last must be the first.',
    ],
  ],
  [
    'a boundary that crosses itself',
    { boundary: area(ring([8.8, 52], [8.9, 52.1], [8.9, 52], [8.8, 52.1], [8.8, 52])) },
    [
      'lemgo/boundary.geojson:9:4 Die Grenzlinie überschneidet sich selbst bei 52.05000, 8.85000. Wählen Sie in QGIS „Geometrien reparieren“, und speichern Sie neu.',
    ],
    [
      'lemgo/boundary.geojson:9:4 The boundary line crosses itself at 52.05000, 8.85000. Choose “Fix geometries” in QGIS, and save again.',
    ],
  ],
  [
    'a district without a name and one elsewhere',
    districts(district({ key: 'old-town' }, 8.9, 52.03), district({ key: 'harbour', name: 'Hafen' }, 7, 50)),
    [
      'lemgo/districts.geojson:6:18 1. Bereich: Der Name fehlt. Schreiben Sie unter properties zum Beispiel: "name": "Altstadt"',
      'lemgo/districts.geojson:39:16 2. Bereich (Hafen): Der Bereich liegt nicht in der Kommune. Löschen Sie ihn, oder prüfen Sie seine Punkte.',
    ],
    [
      'lemgo/districts.geojson:6:18 district 1: The name is missing. Under properties, write, for example: "name": "Altstadt"',
      'lemgo/districts.geojson:39:16 district 2 (Hafen): The district does not lie in the town. Delete it, or check its points.',
    ],
  ],
  [
    'a list of streets with other columns',
    { streets: 'strasse,number,lat\nBachweg,1,52.03\n' },
    [
      'lemgo/streets.csv:1 Die Spalte street fehlt. Die erste Zeile heißt: street,number,part,postcode,lat,lon',
      'lemgo/streets.csv:1 Die Spalte lon fehlt. Die erste Zeile heißt: street,number,part,postcode,lat,lon',
      'lemgo/streets.csv:1 Eine Spalte „strasse“ gibt es nicht. Möglich sind: street, number, part, postcode, lat, lon.',
    ],
    [
      'lemgo/streets.csv:1 The column street is missing. The first line reads: street,number,part,postcode,lat,lon',
      'lemgo/streets.csv:1 The column lon is missing. The first line reads: street,number,part,postcode,lat,lon',
      'lemgo/streets.csv:1 There is no column “strasse”. Possible are: street, number, part, postcode, lat, lon.',
    ],
  ],
  [
    'lines in a list of streets that cannot be right, with a mark of byte order, semicolons and commas in numbers',
    {
      streets:
        '\uFEFFstreet;number;part;postcode;lat;lon\r\nBachweg;;;32657;52,03;8,9\r\n"Bach Weg";;;;52.03;8.9\r\nBach weg;;;;52.03;8.9\r\n;;;;52.03;8.9\r\nAhornweg;;;3265;52.03;8.9\r\nBuchenweg;;;;8.9;52.03\r\nEichenweg;;;;50;8.9\r\nUlmenweg;;;;nord;8.9\r\nErlenweg;52.03;8.9\r\n',
    },
    [
      'lemgo/streets.csv:4 Diese Adresse steht schon in Zeile 3. Löschen Sie eine der beiden.',
      'lemgo/streets.csv:5 street: Der Name der Straße fehlt.',
      'lemgo/streets.csv:6 postcode: Das ist keine Postleitzahl. Schreiben Sie 5 Ziffern, oder lassen Sie das Feld leer.',
      'lemgo/streets.csv:7 lat: lat und lon sind vertauscht. lat ist die Breite, zum Beispiel 52.03, lon die Länge, zum Beispiel 8.9.',
      'lemgo/streets.csv:8 lat: Der Punkt liegt nicht in der Kommune. Prüfen Sie lat (Breite) und lon (Länge).',
      'lemgo/streets.csv:9 lat: Hier muss eine Zahl in Grad stehen, zum Beispiel 52.0313.',
      'lemgo/streets.csv:10 Hier stehen 3 Werte, die erste Zeile nennt 6 Spalten. Werte mit Komma gehören in Anführungszeichen.',
    ],
    [
      'lemgo/streets.csv:4 This address is already on line 3. Delete one of the two.',
      'lemgo/streets.csv:5 street: The name of the street is missing.',
      'lemgo/streets.csv:6 postcode: This is not a postcode. Write 5 digits, or leave the field empty.',
      'lemgo/streets.csv:7 lat: lat and lon are swapped. lat is the latitude, for example 52.03, lon the longitude, for example 8.9.',
      'lemgo/streets.csv:8 lat: The point does not lie in the town. Check lat (latitude) and lon (longitude).',
      'lemgo/streets.csv:9 lat: This must be a number of degrees, for example 52.0313.',
      'lemgo/streets.csv:10 There are 3 values here, the first line names 6 columns. Values with a comma belong in quotation marks.',
    ],
  ],
  [
    'an invented report that is wrong',
    {
      demo: '{"category": "Schlagloch", "description": "Loch", "daysAgo": 1, "status": "received"}\n{"category": "bench"\n{"category": "graffiti", "description": "Herz", "daysAgo": 1, "status": "received", "lat": 50, "lon": 8}\n',
    },
    [
      'lemgo/demo.jsonl:1:14 category: Hier muss der Kurzname stehen, nicht „Schlagloch“. Meinten Sie „pothole“?',
      'lemgo/demo.jsonl:2:21 Jede Zeile muss für sich ein vollständiges JSON sein, in geschweiften Klammern: { … }',
      'lemgo/demo.jsonl:3:14 category: „graffiti“ bietet die Kommune nicht an. Nehmen Sie die Kategorie oben bei categories dazu, oder löschen Sie sie hier.',
      'lemgo/demo.jsonl:3:92 lat: Der Punkt liegt nicht in der Kommune. Prüfen Sie lat (Breite) und lon (Länge).',
    ],
    [
      'lemgo/demo.jsonl:1:14 category: The short name belongs here, not “Schlagloch”. Did you mean “pothole”?',
      'lemgo/demo.jsonl:2:21 Each line must be a complete JSON by itself, in curly brackets: { … }',
      'lemgo/demo.jsonl:3:14 category: The town does not offer “graffiti”. Add the category to categories at the top, or delete it here.',
      'lemgo/demo.jsonl:3:92 lat: The point does not lie in the town. Check lat (latitude) and lon (longitude).',
    ],
  ],
  [
    'a logo that is no SVG',
    { logo: 'GIF89a' },
    ['lemgo/logo.svg:1:1 Das ist kein SVG. Speichern Sie das Wappen oder Logo als SVG-Datei.'],
    ['lemgo/logo.svg:1:1 This is not an SVG. Save the coat of arms or logo as an SVG file.'],
  ],
  [
    'a logo with a program that calls somebody',
    {
      logo: '<svg xmlns="http://www.w3.org/2000/svg">\n  <script>alert(1)</script>\n  <image href="https://elsewhere.example/a.png"/>\n</svg>',
    },
    [
      'lemgo/logo.svg:2:3 Das Bild enthält ein Programm. Speichern Sie es in Ihrem Zeichenprogramm als „einfaches SVG“.',
      'lemgo/logo.svg:3:10 Das Bild lädt etwas von einer anderen Adresse nach: https://elsewhere.example/a.png. Betten Sie es ein, oder löschen Sie den Verweis.',
    ],
    [
      'lemgo/logo.svg:2:3 The picture contains a program. Save it from your drawing program as “plain SVG”.',
      'lemgo/logo.svg:3:10 The picture loads something from another address: https://elsewhere.example/a.png. Embed it, or delete the reference.',
    ],
  ],
]

describe('a broken town folder', () => {
  it.each(BROKEN)('is told what is wrong: %s', (_what, change, german, english) => {
    expect(linesOf(change, 'de')).toEqual(german)
    expect(linesOf(change, 'en')).toEqual(english)
  })

  it('is not made up: the whole one and the shortest one are fine', () => {
    expect(linesOf({}, 'de')).toEqual([])
    expect(linesOf({ townYaml: MINIMAL }, 'de')).toEqual([])
  })

  it('gets everything at once, from every file, in the order of the lines', () => {
    const change = {
      townYaml: TOWN.replace('live: true', 'live: ja')
        .replace('deputy:', 'Vertretung:')
        .replace('to: roads', 'to: strasse'),
      boundary: '{',
      logo: 'GIF89a',
    }
    expect(check(change, 'de').map(({ file, line }) => `${file}:${line}`)).toEqual([
      'lemgo/town.yaml:5',
      'lemgo/town.yaml:17',
      'lemgo/town.yaml:31',
      'lemgo/boundary.geojson:1',
      'lemgo/logo.svg:1',
    ])
  })

  it('never hears a word of the machinery', () => {
    for (const line of BROKEN.flatMap(([, , german, english]) => [...german, ...english])) {
      const message = line.replace(/^lemgo\/\S+ /, '')
      expect(message).not.toMatch(/zod|mapping|scalar|token|regex|undefined|expected|invalid|string|array|object/i)
      expect(message).not.toMatch(/YAML/)
    }
  })

  it('never breaks the check itself, whatever is typed into it', () => {
    const typed = fc.constantFrom(...'\t:[]{}"\'#*&@%|>!-,äß', '- ', '---\n', '\n', 'null', '05', '? ', '<<: ')
    const edit = fc.record({ at: fc.nat(TOWN.length), removed: fc.nat(8), typed })
    const edited = fc
      .array(edit, { minLength: 1, maxLength: 3 })
      .map((edits) =>
        edits.reduce((text, { at, removed, typed }) => text.slice(0, at) + typed + text.slice(at + removed), TOWN),
      )
    fc.assert(
      fc.property(edited, (townYaml) => {
        for (const { line = 1, message } of check({ townYaml }, 'de')) {
          expect(message).toMatch(/\S/)
          expect(message).not.toMatch(/undefined|\[object/)
          expect(line).toBeLessThanOrEqual(townYaml.split('\n').length)
        }
      }),
      { numRuns: 150 },
    )
  })

  const official = sharedData('boundaries/fixture-invalid-geometries.geojson')
  it.skipIf(!official)('is told where an official boundary meets itself (needs the shared data)', () => {
    const { features } = JSON.parse(readFileSync(official!, 'utf8')) as { features: { geometry: object }[] }
    expect(features.length).toBe(11)
    for (const { geometry } of features) {
      expect(
        linesOf({ townYaml: MINIMAL, boundary: area(geometry, { attribution: '© BKG', ags: '05766044' }) }, 'de'),
      ).toContainEqual(
        expect.stringMatching(
          /^lemgo\/boundary\.geojson:\d+:\d+ Die Grenzlinie (berührt|überschneidet) sich selbst bei [\d., ]+\. /,
        ),
      )
    }
  })
})
