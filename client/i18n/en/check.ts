import { check as german } from '../de/check.ts'

export const check: typeof german = {
  language: 'en',
  wrong: (field, why) => `${field}: ${why}`,
  entry: (position) => `entry ${position}`,
  fileMissing: (file) => `The file is missing. Please create ${file}.`,
  fileMisnamed: (name, right) => `The file is called ${name} and is not found by that name. Rename it to ${right}.`,
  emptyFile: 'The file is empty. Start it with a line such as: key: exampletown',
  notUtf8: 'There is a character here that cannot be read. Save the file with the encoding UTF-8.',
  notJson: 'From here on the file is not valid JSON. Check the brackets, commas and quotation marks before it.',
  yaml: {
    tab: 'The line is indented with the tab key. Use spaces instead.',
    indent: 'The indentation is wrong. Lines that belong together must start at the same distance from the margin.',
    duplicate: (name, line) => `“${name}” is already on line ${line}. Keep only one of the two.`,
    colon: (quoted) => `There is a colon inside the text. Put the text in quotation marks: ${quoted}`,
    noColon: (better) => `This line lacks a colon followed by a space. Write, for example: ${better}`,
    reserved: (sign, quoted) =>
      `At the start of a text, ${sign} has a meaning of its own. Put the text in quotation marks: ${quoted}`,
    backslash: "Inside double quotation marks, \\ has a meaning of its own. Use single ones: '…'",
    documents: 'The line --- splits the file in two. Delete it.',
    newEntry: (line) => `A new entry seems to start here. Put a dash and a space before it: - ${line}`,
    unclosed: (bracket) => `This bracket was left open. After the last entry, write: ${bracket}`,
    bracket: (bracket) => `The bracket ${bracket} is one too many. Delete it, or open it first.`,
    quoteOpen: 'This quotation mark was left open. Put the second one after the text.',
    afterQuote: 'Something follows the closing quotation mark. Put the whole text inside one pair of them.',
    comma: 'A comma is missing between two entries. Write it like: [pothole, tree]',
    commaTwice: 'There is a comma too many here. Delete it.',
    listOnLine: 'The list must start on the next line, each entry with a dash and a space.',
    marks: 'The file refers to itself with & and * too often. Write the values out.',
    other: (why) => `This line cannot be read. In technical terms: ${why}`,
  },
  field: {
    missing: 'This is missing.',
    missingLike: (example) => `This is missing. Write, for example: ${example}`,
    nothing: 'There is nothing after the colon. Add the value, or delete the line.',
    comment: (quoted) =>
      `Whatever follows # counts as a remark and is not read. Put the value in quotation marks: ${quoted}`,
    unknown: (name) => `“${name}” is not known here. Check the spelling, or delete the line.`,
    unknownOf: (name, known) => `“${name}” is not known here. You can use: ${known}.`,
    didYouMean: (name, meant) => `“${name}” is not known here. Did you mean “${meant}”?`,
    quotes: (quoted) => `Without quotation marks this is not a text. Write: ${quoted}`,
    agsQuotes: (quoted) => `Without quotation marks the zero at the start is lost. Write: ags: ${quoted}`,
    notFields: 'The file must consist of lines like this one: name: Lemgo',
    notText: 'This must be a single text. It is best put in quotation marks.',
    notNumber: 'This must be a number, for example 5.',
    bareNumber: (number) => `Write the number without quotation marks, with a point instead of a comma: ${number}`,
    whole: (number) => `This must be a whole number. Write, for example: ${number}`,
    yesNo: (given) => `${given === null ? '' : `“${given}” does not work here. `}Write true for yes or false for no.`,
    notList: 'This must be a list. Put each entry on a line of its own, with a dash before it.',
    listOf: (list) => `This must be a list, even for a single entry. Write: ${list}`,
    notBlock: 'This must consist of several details. Put each on a line of its own, indented.',
    notBlockOf: (known) => `Details must follow here on lines of their own, indented. You can use: ${known}.`,
    either: (kinds) => `This does not fit here. You can write: ${kinds.join(' or ')}.`,
    empty: 'The text is empty. Add it, or delete the line.',
    tooLong: (most) => `The text is too long. Cut it down to ${most} characters.`,
    tooFew: (least) => `The list is too short. Name at least ${least}.`,
    tooMany: (most) => `The list is too long. Name at most ${most}.`,
    tooSmall: (least) => `The number is too small. Write at least ${least}.`,
    tooBig: (most) => `The number is too big. Write at most ${most}.`,
    email: (given) => `“${given}” is not an e-mail address. Write one like townhall@town.de, without umlauts.`,
    link: (link) => `This is not a complete web address. Write, for example: ${link}`,
    host: 'This is not a host name. Write it without https:// and without a slash, for example report.town.de.',
    date: (day) => `Write the day as year, month and day with hyphens between them: ${day}`,
    oneOf: (given, options) => `${given === null ? '' : `“${given}” is not known here. `}Write one of: ${options}.`,
    key: 'A short name consists of small letters without umlauts, digits and hyphens, for example bad-salzuflen.',
    keyLike: (given, key) =>
      `“${given}” is not a short name: it consists of small letters without umlauts, digits and hyphens. Write, for example: ${key}`,
    meantKey: (given, key) => `The short name belongs here, not “${given}”. Did you mean “${key}”?`,
    colour: 'This is not a colour. Write # and six digits, in quotation marks, for example "#00536e".',
    ags: 'This is not a municipality key. It has 8 digits, that of a county 5. Write it in quotation marks, for example "05766044".',
    ars: 'This is not a regional key. It has 12 digits. Write it in quotation marks, for example "057660044044".',
    postcode: 'This is not a postcode. It has 5 digits. Write it in quotation marks, for example "32657".',
    dayOfYear: 'Write month and day with two digits each in quotation marks, for example "11-01" for 1 November.',
    ruleTo:
      'Write the short name of a department, “county” for the county, or “partner/” and the short name of a partner.',
    issuer: 'Give the address of the sign-in service with https, for example https://login.town.example/realms/town.',
    baseAddress: 'Give the address with a slash at its end, for example https://reports.utility.example/open311/v2/.',
    attributeCode: 'No field in another system is called that. Write its code without blanks and brackets.',
    attributeSource:
      'Say with exactly one word where the answer comes from: question (one of ours), value (always the same) or fact (number, address, page, instruction).',
    attributeValues: 'values belongs to a question. Name it with question, or delete values.',
    origin: 'Give the website alone, without a page behind it, for example https://www.town.example.',
    sharedFrom:
      'Write the short names of town and department with a slash between them, for example kreis-lippe/roads.',
    wordsDe: 'The German text is missing. Write, for example: de: Willkommen',
    other: 'This does not fit here. Compare it with the example in tenants/bad-salzuflen/town.yaml.',
  },
  explained: (key, label) => `${key} (“${label}”)`,
  word: (word) => `the word ${word}`,
  kinds: {
    string: 'a text',
    boolean: 'true or false',
    number: 'a number',
    array: 'a list in square brackets like [pothole, tree]',
    object: 'several details, one on each line',
    record: 'a text for each language, one on each line (de: …, en: …)',
  },
  meanings: {
    true: 'yes',
    false: 'no',
    town: 'town',
    municipality: 'municipality',
    county: 'county',
    de: 'German',
    'de-simple': 'easy German',
    en: 'English',
    direct: 'map service',
    welcome: 'welcome',
    wanted: 'asked for',
    place_first: 'only the place at first',
    all_at_once: 'everything at once',
    never: 'never public',
    optional: 'voluntary',
    required: 'necessary',
  },
  examples: {
    key: 'exampletown',
    name: 'Exampletown',
    departments: '[{ name: Roads, mailbox: roads@exampletown.de }]',
    mailbox: 'roads@exampletown.de',
    category: 'pothole',
    categories: '[pothole, tree]',
    to: 'roads',
    question: 'size',
    is: 'hand',
    phone: '"05222 9520"',
    accent: '"#00536e"',
    tiles: 'none',
    url: 'https://maps.exampletown.de/{z}/{x}/{y}.png',
    attribution: '"© GeoBasis-DE / BKG 2026"',
    group: 'roads',
    town: 'lemgo',
    from: '"11-01"',
    until: '"03-31"',
  },
  synonyms: german.synonyms,
  key: {
    folder: (folder) => `Write “${folder}”, as the folder is called.`,
    folderName: (folder, key) =>
      `The folder “${folder}” needs a short name of small letters, digits and hyphens. Rename it, for example to “${key}”.`,
    reserved: (key) =>
      `“${key}” is already an address of the platform. Choose another short name, and rename the folder to match.`,
  },
  agsMissing:
    'The municipality key is missing, and boundary.geojson does not name one either. Write, for example: ags: "05766044"',
  catalogueNewer: (wanted, newest) => `There is no version ${wanted} of the catalogue. Write at most ${newest}.`,
  catalogueNeverHad: (version) =>
    `This installation never had version ${version} of the catalogue. Delete the line, and the newest one applies.`,
  department: {
    dispatchers: (count) =>
      count === 0
        ? 'One department must catch what belongs to nobody else. Write there: dispatcher: true'
        : `${count} departments have “dispatcher: true”. Keep it in only one of them.`,
    twice: (key) => `Another department already has the short name “${key}”. Give this one its own.`,
    noName: 'The name of the department is missing. Write, for example: name: Roads',
    noMailbox: 'The mailbox of the department is missing. Write, for example: mailbox: roads@exampletown.de',
    noKey: (name) => `No short name can be made from “${name}”. Give one, for example: key: roads`,
    categoryTwice: (category, other) =>
      `“${category}” already belongs to “${other}”. Name the category in only one department.`,
    twoRests: 'Several departments have “categories: rest”. Keep it in only one of them.',
    unknown: (key, known) => `There is no department “${key}”. You can use: ${known}.`,
    unknownMeant: (key, meant) => `There is no department “${key}”. Did you mean “${meant}”?`,
    deputySelf: 'Nobody can stand in for themselves. Name another department, or delete the line.',
    sharedUnknown: (from) =>
      `There is no “${from}”. Name town and department as they are called in this folder, for example kreis-lippe/roads.`,
    sharedNotServing: (from, town) =>
      `“${from}” does not work for this town. That town’s file must say: serves: [{ town: ${town} }]`,
    sharedCategory: (category, from) =>
      `“${from}” does not take on “${category}”. Remove the category here or add it there.`,
  },
  category: {
    unknown: (key) => `“${key}” is not in the catalogue. All short names are in catalogue/catalogue.yaml.`,
    unknownMeant: (key, meant) => `“${key}” is not in the catalogue. Did you mean “${meant}”?`,
    notTaken: (key) =>
      `The town does not offer “${key}”. Add the category to categories at the top, or delete it here.`,
    twice: (key) => `“${key}” is already further up in the list. Delete one of the two entries.`,
    ownTaken: (key) => `“${key}” is already in the catalogue. Choose another short name.`,
    ownTwice: (key) => `“${key}” is already under own. Choose another short name.`,
    ownGroup: (group) => `The catalogue has no group “${group}”. Give it a name, for example: groupName: Märkte`,
    orderPublic: (key) => `“${key}” is an order and must never be public. Write: disclosure: never`,
  },
  rule: {
    partnerUnknown: (key) => `There is no partner “${key}”. List it under partners, with key, name and mailbox.`,
    countyUnknown: (ags) =>
      `The county with the key ${ags} has not joined. List it under partners, and write, for example: to: partner/county`,
    countySelf: 'A county cannot pass anything on to itself. Name a department.',
    districtUnknown: (key, known) =>
      known
        ? `There is no district “${key}” in districts.geojson. You can use: ${known}.`
        : `There is no district “${key}”, because districts.geojson is missing. Create the file, or give a rectangle: within: […]`,
    rectangle:
      'A rectangle consists of four numbers: longitude and latitude of the lower left, longitude and latitude of the upper right. Write, for example: [8.89, 52.02, 8.91, 52.03]',
    swapped: (numbers) => `Latitude and longitude are swapped. Write: ${numbers}`,
    outside: 'The rectangle does not lie in the town, so the rule would never apply. Check the four numbers.',
    questionUnknown: (question, category, known) =>
      known
        ? `“${category}” has no question “${question}”. You can use: ${known}.`
        : `“${category}” has no questions. Delete the answer, and name a place.`,
    questionNumber: (question) =>
      `“${question}” asks for a number, and no rule can go by that. Use a question with fixed answers.`,
    answerUnknown: (is, question, options) => `“${is}” is no answer to “${question}”. You can use: ${options}.`,
    never: (category) =>
      `Nobody can give these answers together, so the rule never applies to “${category}”. Delete one of them.`,
    nothing: (category) =>
      `Without a place and without an answer the rule always applies. Name “${category}” with the department instead, under categories.`,
    same: (category, to) => `The rule changes nothing: “${category}” already belongs to “${to}”. Delete it.`,
    equalRank: (line, category) =>
      `This rule and the one on line ${line} can both apply to the same report (“${category}”), and neither is more exact. Give one of them a smaller area or one more answer.`,
    repeats: (line) =>
      `This rule never comes into play, because the one on line ${line} already says the same. Delete one of the two.`,
  },
  attribute: {
    questionUnknown: (question) =>
      `This town asks no question “${question}”. Name one of the catalogue, or a fixed answer with value.`,
  },
  module: {
    placeholder: (name: string) =>
      `Nobody can fill in "{${name}}". There are {Nummer}, {Kategorie}, {Ort}, {Fachbereich} and {Datum}.`,
    twice: (key: string) => `"${key}" is used further up. Give this text module another short name.`,
    reason: (reason: string, reasons: string) => `There is no reason "${reason}". There are: ${reasons}.`,
    category: (category: string) => `"${category}" cannot be reported here. Remove the entry.`,
  },
  partnerTwice: (key) => `“${key}” is already further up. Give the partner another short name.`,
  neighbourUnknown: (key) => `“${key}” has not joined. Delete the entry, or create the folder.`,
  neighbourUnknownMeant: (key, meant) => `“${key}” has not joined. Did you mean “${meant}”?`,
  neighbourSelf: 'The town is not its own neighbour. Delete the entry.',
  hostTaken: (host, town) => `“${host}” already belongs to “${town}”. Every town needs an address of its own.`,
  agsTaken: (ags, town) => `“${town}” already has the municipality key ${ags}. Check which one is right.`,
  boundary: {
    noPolygon:
      'The file must contain an area: one Feature with a Polygon or MultiPolygon. Save the boundary from QGIS as GeoJSON.',
    several: (count) =>
      `The file contains ${count} areas, and one is needed. Delete the others, or merge them in QGIS.`,
    ring: 'A boundary line is not closed: it needs at least four points, and the last must be the first.',
    noArea: 'A boundary line encloses no area. Delete it, or choose “Fix geometries” in QGIS.',
    crosses: (at) => `The boundary line crosses itself at ${at}. Choose “Fix geometries” in QGIS, and save again.`,
    touches: (at) => `The boundary line touches itself at ${at}. Choose “Fix geometries” in QGIS, and save again.`,
    ringsCross: (at) => `Two boundary lines cross at ${at}. Choose “Fix geometries” in QGIS, and save again.`,
    notDegrees:
      'The points are not in longitude and latitude. Save the file from QGIS with the reference system EPSG:4326 (WGS 84).',
    swapped: 'Latitude and longitude are swapped. GeoJSON puts the longitude first, for example [8.9, 52.03].',
    ags: 'This is not a municipality key. Write 8 digits in quotation marks, for example: "ags": "05766044"',
    attribution:
      'The source of the boundary is missing. Under properties, write, for example: "attribution": "© GeoBasis-DE / BKG 2026"',
  },
  districts: {
    noCollection:
      'The file must be a collection of areas (FeatureCollection). Save the districts from QGIS as GeoJSON.',
    area: (index) => `district ${index}`,
    noKey: 'The short name is missing. Under properties, write, for example: "key": "altstadt"',
    noName: 'The name is missing. Under properties, write, for example: "name": "Altstadt"',
    twice: (key) => `Another district already has the short name “${key}”. Give this one its own.`,
    outside: 'The district does not lie in the town. Delete it, or check its points.',
  },
  demo: {
    notOneLine: 'Each line must be a complete JSON by itself, in curly brackets: { … }',
    outside: 'The point does not lie in the town. Check lat (latitude) and lon (longitude).',
  },
  streets: {
    encoding: 'The file is not saved as UTF-8. Choose “CSV UTF-8” when saving.',
    columnMissing: (name, all) => `The column ${name} is missing. The first line reads: ${all}`,
    columnUnknown: (name, all) => `There is no column “${name}”. Possible are: ${all}.`,
    columnMeant: (name, meant) => `There is no column “${name}”. Did you mean “${meant}”?`,
    columnTwice: (name) => `The column “${name}” is there twice. Delete one.`,
    fields: (found, needed) =>
      `There are ${found} values here, the first line names ${needed} columns. Values with a comma belong in quotation marks.`,
    noStreet: 'The name of the street is missing.',
    tooLong: (most) => `At most ${most} characters. Shorten the entry.`,
    postcode: 'This is not a postcode. Write 5 digits, or leave the field empty.',
    notNumber: 'This must be a number of degrees, for example 52.0313.',
    swapped: 'lat and lon are swapped. lat is the latitude, for example 52.03, lon the longitude, for example 8.9.',
    outside: 'The point does not lie in the town. Check lat (latitude) and lon (longitude).',
    twice: (line) => `This address is already on line ${line}. Delete one of the two.`,
    more: (count) => `And ${count} more in this file.`,
  },
  logo: {
    notSvg: 'This is not an SVG. Save the coat of arms or logo as an SVG file.',
    script: 'The picture contains a program. Save it from your drawing program as “plain SVG”.',
    foreign: (address) =>
      `The picture loads something from another address: ${address}. Embed it, or delete the reference.`,
  },
  catalogue: {
    missing: (what) => `${what}: The text is missing.`,
    group: (group) => `The group “${group}” is missing at the top, under groups.`,
    twice: (key) => `“${key}” is there twice. Every category needs a short name of its own.`,
    orderPublic: (key) => `“${key}” is an order. Write: disclosure: never`,
    objectNumber: (key) => `objectNumber of “${key}” names no question that asks for a text.`,
    effect: (where) => `${where} has an effect for an answer that does not exist.`,
    showIf: (where) => `${where} depends on a question or answer that does not exist before it.`,
  },
}
