/** The shared standard a town is held against: page, terminal, mails and register say it in these words. */

/** What a check found: names and numbers that fill its sentences. */
export type Found = Record<string, string | number | string[]>
export type RequirementWords = {
  title: string
  /** Law or standard it comes from. */
  source: string
  met: (found: Found) => string
  failing: (found: Found) => string
  remedy: (found: Found) => string
}

const list = (value: Found[string] | undefined) => [value ?? []].flat().join(', ')
const n = (found: Found, key: string) => Number(found[key] ?? 0)
const decimal = (value: Found[string] | undefined) => Number(value ?? 0).toLocaleString('de-DE')

const PAGES: Record<string, string> = {
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
}
const SPANS: Record<string, string> = { contact: 'Kontaktdaten', text: 'Texte', photos: 'Fotos' }

const requirements = {
  owners: {
    title: 'Jede Kategorie hat überall jemanden, der zuständig ist',
    source: 'Gemeinsamer Standard, Abschnitt Zuständigkeit',
    met: (f) => `${n(f, 'count')} Kategorien, jede mit Fachbereich`,
    failing: (f) =>
      list(f.districts)
        ? `Niemand zuständig in ${list(f.districts)}: ${list(f.categories)}`
        : `Niemand zuständig: ${list(f.categories)}`,
    remedy: () =>
      'Nennen Sie die Kategorie bei einem Fachbereich. Soll die Leitstelle sie übernehmen, nennen Sie sie ausdrücklich dort.',
  },
  targets: {
    title: 'Jede Regel führt zu jemandem, den es gibt',
    source: 'Gemeinsamer Standard, Abschnitt Zuständigkeit',
    met: (f) => (n(f, 'count') === 1 ? '1 Regel geprüft' : `${n(f, 'count')} Regeln geprüft`),
    failing: (f) => `Das gibt es nicht: ${list(f.targets)}`,
    remedy: () => 'Nennen Sie unter „to“ einen Fachbereich oder Partner, der in der Datei steht.',
  },
  deadlines: {
    title: 'Für jede Kategorie gilt eine Frist',
    source: 'DIN SPEC 66336, Bearbeitungszeit',
    met: (f) => `Erste Antwort nach höchstens ${n(f, 'longest')} Arbeitstagen`,
    failing: (f) => `Ohne Frist: ${list(f.categories)}`,
    remedy: () => 'Nennen Sie die Arbeitstage bis zur ersten Antwort, 1 bis 90.',
  },
  mailboxes: {
    title: 'Postfächer können E-Mails bekommen',
    source: '§ 5 DDG',
    met: (f) => `${n(f, 'count')} Postfächer geprüft`,
    failing: (f) => `Dort kommt nichts an: ${list(f.mailboxes)}`,
    remedy: () =>
      'Tragen Sie die echten Postfächer ein. Adressen auf .example oder .invalid sind nur für Beispiele da.',
  },
  phone: {
    title: 'Man kann anrufen',
    source: '§ 5 DDG',
    met: (f) => `Telefon ${list(f.phone)}`,
    failing: () => 'Eine Telefonnummer fehlt',
    remedy: () => 'Nicht alle können schreiben. Nennen Sie eine Nummer, oder dass die 115 für Sie gilt.',
  },
  colours: {
    title: 'Die Farben sind gut lesbar',
    source: 'BITV 2.0, WCAG 2.2 Punkt 1.4.3',
    met: (f) => `Kontrast hell ${decimal(f.light)} : 1, dunkel ${decimal(f.dark)} : 1`,
    failing: (f) => `Kontrast hell ${decimal(f.light)} : 1, dunkel ${decimal(f.dark)} : 1, nötig sind 4,5 : 1`,
    remedy: () =>
      'Nehmen Sie für „accent“ eine dunklere und für „accentDark“ eine hellere Farbe. Ohne „accentDark“ rechnen wir eine aus.',
  },
  languages: {
    title: 'Alle angebotenen Sprachen sind vollständig',
    source: 'Gemeinsamer Standard, Abschnitt Sprachen',
    met: (f) => list(f.languages),
    failing: (f) => `${list(f.languages)}: noch nicht übersetzt ${list(f.what)}`,
    remedy: () => 'Schreiben Sie den Text in jeder Sprache dazu, oder nehmen Sie die Sprache aus „languages“.',
  },
  legal: {
    title: 'Impressum, Datenschutz und Barrierefreiheit sind da',
    source: '§ 5 DDG, Art. 13 DSGVO, § 12b BGG',
    met: () => 'Alle drei Seiten sind verlinkt',
    failing: (f) =>
      `Es fehlt: ${[f.pages ?? []]
        .flat()
        .map((page) => PAGES[page] ?? page)
        .join(', ')}`,
    remedy: () => 'Nennen Sie die Adressen der Seiten, die Ihre Kommune schon hat.',
  },
  agreement: {
    title: 'Der Vertrag zur Auftragsverarbeitung ist geschlossen',
    source: 'Art. 28 DSGVO',
    met: (f) => `Geschlossen am ${list(f.date)}`,
    failing: (f) => (f.date ? `Das Datum ${list(f.date)} liegt in der Zukunft` : 'Das Datum fehlt'),
    remedy: () => 'Schließen Sie den Vertrag mit dem Betreiber und nennen Sie den Tag der Unterschrift.',
  },
  holidays: {
    title: 'Die Feiertage des Landes sind bekannt',
    source: 'Feiertagsgesetz des Landes',
    met: (f) => `Land ${list(f.land)}`,
    failing: (f) => `Zum Schlüssel ${list(f.ags)} kennen wir kein Land`,
    remedy: () => 'Prüfen Sie den amtlichen Gemeindeschlüssel. Seine ersten zwei Ziffern nennen das Land.',
  },
  notices: {
    title: 'Wo Gefahr droht, steht die Notrufnummer dabei',
    source: 'Gemeinsamer Standard, Abschnitt Notfälle',
    met: (f) =>
      n(f, 'count') === 0
        ? 'Keine Kategorie braucht einen Hinweis'
        : n(f, 'count') === 1
          ? '1 Kategorie mit Hinweis'
          : `${n(f, 'count')} Kategorien mit Hinweis`,
    failing: (f) =>
      [
        list(f.categories) && `Hinweis mit Nummer fehlt: ${list(f.categories)}`,
        list(f.onCall) && `Bereitschaft ohne Telefon: ${list(f.onCall)}`,
      ]
        .filter(Boolean)
        .join('. '),
    remedy: (f) =>
      list(f.categories)
        ? 'Schreiben Sie in den Hinweis, welche Nummer man anruft: 110 oder 112.'
        : 'Nennen Sie beim Fachbereich, wer zu jeder Zeit erreichbar ist.',
  },
  retention: {
    title: 'Es steht fest, wann gelöscht wird',
    source: 'Art. 5 und 17 DSGVO',
    met: (f) =>
      `Kontaktdaten nach ${n(f, 'contact')}, Fotos nach ${n(f, 'photos')}, Texte nach ${n(f, 'text')} Monaten`,
    failing: (f) =>
      `Nicht geregelt: ${[f.what ?? []]
        .flat()
        .map((span) => SPANS[span] ?? span)
        .join(', ')}`,
    remedy: () => 'Nennen Sie Monate nach dem Abschluss: Kontaktdaten 1 bis 24, Texte und Fotos 1 bis 120.',
  },
  boundary: {
    title: 'Die Grenze ist gültig',
    source: 'OGC Simple Features',
    met: (f) => `Amtlicher Schlüssel ${list(f.ags)}, ${decimal(f.km2)} km²`,
    failing: (f) =>
      f.lat === undefined
        ? 'Die Grenze umschließt nichts'
        : `Die Grenze kreuzt oder berührt sich bei ${list(f.lat)}, ${list(f.lon)}`,
    remedy: () => 'Nehmen Sie die amtliche Grenze, zum Beispiel aus VG250 vom Bundesamt für Kartographie und Geodäsie.',
  },
  overlap: {
    title: 'Die Grenze überschneidet sich mit keiner Nachbarkommune',
    source: 'Gemeinsamer Standard, Abschnitt Grenzen',
    met: (f) => (n(f, 'count') === 1 ? '1 Nachbarkommune verglichen' : `${n(f, 'count')} Nachbarkommunen verglichen`),
    failing: (f) => `Überschneidung: ${list(f.neighbours)}`,
    remedy: () => 'Nehmen Sie für beide Kommunen Grenzen aus derselben amtlichen Quelle und vom selben Stand.',
  },
  interfaces: {
    title: 'Seiten und Schnittstellen antworten',
    source: 'Gemeinsamer Standard, Abschnitt Schnittstellen',
    met: (f) => `Geantwortet: ${list(f.addresses)}`,
    failing: (f) => (list(f.addresses) ? `Keine Antwort: ${list(f.addresses)}` : 'Von hier aus nicht geprüft'),
    remedy: (f) =>
      list(f.addresses)
        ? 'Das liegt nicht an Ihrer Datei. Der Betreiber ist der richtige Ansprechpartner.'
        : 'Der laufende Server prüft das jede Nacht, und sobald jemand auf „Neu prüfen“ drückt.',
  },
  staff: {
    title: 'Jemand kann sich anmelden und Anliegen verteilen',
    source: 'Gemeinsamer Standard, Abschnitt Personen',
    met: (f) => (n(f, 'count') === 1 ? '1 Person' : `${n(f, 'count')} Personen`),
    failing: () => 'Leitstelle und Administration haben noch keinen Zugang',
    remedy: () => 'Legen Sie einen Zugang für die Leitstelle oder die Administration an.',
  },
} satisfies Record<string, RequirementWords>

export const conformance = {
  requirements: requirements as Record<keyof typeof requirements, RequirementWords>,

  navigation: 'Konformität',
  pageTitle: 'Konformität',
  question: { live: 'Erfüllt die Kommune die gemeinsamen Standards?', preview: 'Bereit für den Start?' },
  checked: (when: string, version: number) => `Geprüft ${when}, Stand ${version} der Konfiguration.`,
  neverChecked: 'Noch nicht geprüft.',
  checkAgain: 'Neu prüfen',
  checkedNow: 'Eben neu geprüft',
  verdict: {
    met: 'Ja. Alle Pflichtpunkte sind erfüllt.',
    metText: 'Die Kommune steht mit diesem Zeichen im öffentlichen Verzeichnis.',
    readyText: 'Mit „live: true“ in der town.yaml und „npm run towns -- apply“ wird die Kommune sichtbar.',
    failing: (count: number) => (count === 1 ? 'Noch nicht. 1 Punkt fehlt.' : `Noch nicht. ${count} Punkte fehlen.`),
    previewText: 'Danach macht „npm run towns -- apply“ die Kommune sichtbar. Bis dahin ist sie eine Vorschau.',
    graceText: (until: string) =>
      `Bitte bis ${until} nachbessern. Für Bürgerinnen und Bürger ändert sich nichts, Anliegen kommen weiter an.`,
    withdrawnText: (since: string) =>
      `Seit ${since} steht im Verzeichnis, dass die Standards nicht erfüllt sind. Anliegen kommen weiter an.`,
  },
  counts: {
    met: (count: number) => `${count} erfüllt`,
    hint: (count: number) => (count === 1 ? '1 Hinweis' : `${count} Hinweise`),
    missing: (count: number) => (count === 1 ? '1 fehlt' : `${count} fehlen`),
  },
  state: { met: 'erfüllt', hint: 'Hinweis', missing: 'fehlt' },
  lines: 'Anforderungen',
  binding: 'Pflicht',
  voluntary: 'Empfehlung',
  sourceLabel: 'Grundlage',
  toDo: 'Was zu tun ist',
  whereToWrite: (file: string, field: string) => `${file}, bei ${field}`,
  whereLine: (file: string, line: number) => `${file}, Zeile ${line}`,
  write: 'Das schreiben Sie hinein:',

  preview: 'Vorschau. Diese Seiten sind noch nicht öffentlich. Was Sie hier melden, bearbeitet noch niemand.',
  previewLabel: 'Vorschau',

  terminal: {
    town: (name: string, state: string) => `${name}: ${state}`,
    line: (state: string, title: string, sentence: string) => `  ${state}: ${title}\n      ${sentence}`,
    remedy: (where: string, remedy: string) => `      → ${where}: ${remedy}`,
    none: 'Noch keine Kommune eingerichtet. Zuerst: npm run towns -- apply',
    staysPreview: (name: string, count: number) =>
      `${name} bleibt eine Vorschau, ${count === 1 ? '1 Pflichtpunkt fehlt' : `${count} Pflichtpunkte fehlen`}:`,
    staysLive: (name: string, count: number) =>
      `${name} bleibt öffentlich, aber ${count === 1 ? '1 Pflichtpunkt fehlt' : `${count} Pflichtpunkte fehlen`}. In 14 Tagen verliert die Kommune sonst ihr Zeichen:`,
    goesLive: (name: string) => `${name} ist jetzt öffentlich.`,
  },

  register: {
    link: 'Wer mitmacht',
    title: 'Diese Kommunen machen mit',
    description: 'Alle Kommunen auf der Plattform, und ob sie die gemeinsamen Standards erfüllen.',
    lead: 'Alle Kommunen halten sich an dieselben Standards. Ein Programm prüft das jede Nacht.',
    search: 'Kommune suchen',
    searchHint: 'Name',
    count: (count: number) => (count === 1 ? '1 Kommune' : `${count} Kommunen`),
    found: (count: number, q: string) => `${count === 1 ? '1 Kommune' : `${count} Kommunen`} zu „${q}“`,
    none: (q: string) => `Zu „${q}“ haben wir keine Kommune gefunden.`,
    all: 'Alle zeigen',
    since: (day: string) => `dabei seit ${day}`,
    catalogue: (version: number) => `Katalog Version ${version}`,
    badge: {
      met: 'erfüllt die gemeinsamen Standards',
      grace: (until: string) => `Nachbesserung bis ${until}`,
      withdrawn: 'erfüllt sie zurzeit nicht',
      unchecked: 'wird noch geprüft',
    },
    checkedAt: (when: string) => `geprüft ${when}`,
    pages: 'Seiten',
    previous: 'Zurück',
    next: 'Weiter',
    whatIsChecked: 'Was geprüft wird',
  },

  operator: {
    link: 'Betrieb',
    title: 'Läuft alles?',
    fine: 'Ja. Nichts wartet zu lange, und nichts ist gescheitert.',
    notFine: 'Hier sollte jemand hinsehen.',
    totals: (live: number, preview: number, others: number) =>
      [`${live} öffentlich`, preview > 0 && `${preview} in Vorschau`, others > 0 && `${others} noch nicht dabei`]
        .filter(Boolean)
        .join(', '),
    failingTowns: (count: number) =>
      count === 1 ? '1 Kommune erfüllt die Standards nicht' : `${count} Kommunen erfüllen die Standards nicht`,
    waiting: (count: number) => (count === 1 ? '1 Auftrag wartet' : `${count} Aufträge warten`),
    oldest: (age: string) => `der älteste ${age}`,
    nothingWaits: 'Nichts wartet',
    givenUp: (count: number) => (count === 1 ? '1 Auftrag ist gescheitert' : `${count} Aufträge sind gescheitert`),
    noneGivenUp: 'Nichts ist gescheitert',
    search: 'Kommune suchen',
    searchHint: 'Name oder Schlüssel',
    views: { all: 'Alle', failing: 'Standards nicht erfüllt', stuck: 'Hakt', preview: 'Vorschau' },
    viewsLabel: 'Auswahl',
    none: 'Keine Kommune passt dazu.',
    results: (count: number) => (count === 1 ? '1 Kommune' : `${count} Kommunen`),
    town: 'Kommune',
    standing: 'Stand',
    standings: { live: 'öffentlich', preview: 'Vorschau', other: 'noch nicht dabei' },
    version: 'Version',
    versionOf: (version: number, settings: number) =>
      settings > 0 ? `Version ${version}, Einstellungen ${settings}` : `Version ${version}`,
    by: (when: string, who: string) => `${when}, ${who}`,
    conformance: 'Standards',
    queue: 'Warteschlange',
    queueOf: (waiting: number, age: string | undefined) => (waiting === 0 ? 'leer' : `${waiting}, ${age}`),
    failed: 'Gescheitert',
    historyLink: (name: string) => `Versionen von ${name}`,
    back: 'Alle Kommunen',
    historyTitle: (name: string) => `Versionen: ${name}`,
    versionLine: (version: number) => `Version ${version}`,
    current: 'gilt jetzt',
    failedTitle: 'Gescheiterte Aufträge',
    failedLine: (kind: string, attempts: number) => `${kind}, ${attempts} Versuche`,
    kinds: {
      tell_invitation: 'Einladung einer Person',
      tell_factor_reset: 'E-Mail über einen zweiten Faktor',
      tell: 'Nachricht zu einem Anliegen',
      expire_question: 'Ende einer Rückfrage',
      recheck_conformance: 'Prüfung der Standards',
      tell_conformance: 'Nachricht zur Prüfung',
      tell_feedback: 'Hinweis auf eine Barriere',
      erase_feedback: 'Löschen eines Hinweises',
    } as Record<string, string>,
    noReports: 'Was in den Anliegen steht, sehen nur die Kommunen selbst.',
  },

  mail: {
    greeting: (name: string) => `Guten Tag ${name},`,
    began: {
      subject: (town: string) => `${town}: gemeinsame Standards nicht mehr erfüllt`,
      text: (town: string, until: string) =>
        `bei der letzten Prüfung fehlte bei ${town} etwas, das alle Kommunen zugesagt haben. Bitte bessern Sie es bis ${until} nach. Anliegen kommen bis dahin und auch danach weiter an.`,
    },
    withdrawn: {
      subject: (town: string) => `${town}: Zeichen im Verzeichnis entzogen`,
      text: (town: string) =>
        `die Zeit zum Nachbessern ist vorbei. Im öffentlichen Verzeichnis steht jetzt, dass ${town} die gemeinsamen Standards zurzeit nicht erfüllt. Sobald alles wieder stimmt, ändert sich das von selbst. Anliegen kommen weiter an.`,
    },
    missing: 'Es fehlt:',
    look: 'Was zu tun ist, steht hier:',
    closing: 'Freundliche Grüße',
  },
}
