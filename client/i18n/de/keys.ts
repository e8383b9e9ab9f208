/** The admin's page of keys for other systems. */
export const keys = {
  title: 'Schnittstellen',
  navigation: 'Schnittstellen',
  lead: 'Andere Systeme kommen mit einem Schlüssel herein: die Stadt-App, ein Fachverfahren, ein Formularserver. Öffentliche Daten liest jedes System ohne.',
  forDevelopers: 'Was es für Entwicklerinnen und Entwickler gibt',
  more: {
    title: 'Mehr Wege',
    webhooks: 'Webhooks',
    webhooksText: 'Ein anderes System erfährt sofort, wenn sich etwas ändert.',
    embedding: 'Auf der eigenen Website',
    embeddingText: 'Formular, Karte und Liste auf Ihren eigenen Seiten.',
  },

  list: 'Schlüssel',
  count: (n: number) => (n === 1 ? 'Ein Schlüssel' : `${n} Schlüssel`),
  none: 'Noch gibt es keinen Schlüssel.',
  name: 'Für welches System',
  may: 'Darf',
  where: 'Bereich',
  wholeTown: 'ganze Kommune',
  used: 'Zuletzt benutzt',
  never: 'noch nie',
  state: 'Zustand',
  active: 'gilt',
  endedOn: (day: string) => `beendet am ${day}`,
  ending: (signs: string) => `endet auf …${signs}`,
  perHour: (n: string) => `${n} Aufrufe je Stunde`,
  end: 'Beenden',

  scopes: {
    submit: 'Anliegen melden',
    update: 'Stand eigener Meldungen mitteilen',
    read: 'Anliegen lesen',
    contact: 'Kontakt lesen',
    work: 'Anliegen bearbeiten',
  },
  scopeTexts: {
    submit:
      'Reicht Anliegen ein, zum Beispiel aus der Stadt-App, und liest mit, was aus ihnen wird, auch wenn sie nicht öffentlich sind. Aufrufe zählen für den Schlüssel, nicht für jedes Telefon.',
    update: 'Sagt über Open311, was aus Anliegen wurde, die mit diesem Schlüssel kamen.',
    read: 'Liest alle Anliegen des Bereichs, auch Text und Fotos, die nicht öffentlich sind. Ohne Namen und Kontakt.',
    contact: 'Liest dazu Name, E-Mail-Adresse und Telefonnummer. Nur wenn das System sie wirklich braucht.',
    work: 'Nimmt an, antwortet, plant, schließt ab und gibt zurück, wie jemand aus dem Bereich. Im Verlauf steht der Name des Systems.',
  },

  make: 'Neuer Schlüssel',
  nameHint: 'Zum Beispiel „Stadt-App“ oder „Bauhof-Software“. Der Name steht im Verlauf der Anliegen.',
  scopesLabel: 'Was darf das System?',
  department: 'Für welchen Bereich?',
  departmentHint: 'Lesen und Bearbeiten gelten nur dort.',
  perHourLabel: 'Aufrufe je Stunde',
  perHourHint:
    'Danach wartet das System bis zur nächsten Stunde. 600 reichen meist; wer viele Fotos liest, braucht mehr.',
  submit: 'Schlüssel erstellen',

  made: {
    title: (name: string) => `Schlüssel für ${name}`,
    once: 'Kopieren Sie den Schlüssel jetzt. Niemand kann ihn noch einmal lesen, auch wir nicht.',
    lost: 'Geht er verloren, beenden Sie ihn und erstellen einen neuen. Schicken Sie ihn nicht per E-Mail.',
    key: 'Der Schlüssel',
    use: 'So benutzt ihn das System:',
    back: 'Fertig, zu allen Schlüsseln',
  },

  stop: {
    title: (name: string) => `Schlüssel für ${name} beenden`,
    text: 'Das System kommt damit sofort nicht mehr herein. Rückgängig machen lässt sich das nicht, ein neuer Schlüssel ist schnell erstellt.',
    submit: 'Schlüssel beenden',
    cancel: 'Abbrechen',
  },
  done: {
    beendet: 'Der Schlüssel gilt nicht mehr.',
    gezeigt:
      'Der Schlüssel war schon erstellt und wurde einmal gezeigt. Haben Sie ihn nicht, beenden Sie ihn und erstellen einen neuen.',
  } as Record<string, string>,
  back: 'Schnittstellen',
}
