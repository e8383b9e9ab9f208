/** What the commands say in the terminal. */
export const terminal = {
  usage: `Befehle:
  npm run towns -- new <Gemeindeschlüssel> --boundaries <GeoJSON> [--like <Kommune>] [--mailbox <Postfach>]
      [--imprint <Adresse>] [--privacy <Adresse>] [--accessibility <Adresse>] [--agreement <Tag>]
                                             Einen Ordner für eine neue Kommune anlegen
  npm run towns -- check                     Kommunen prüfen, ohne Datenbank
  npm run towns -- plan                      Was sich ändern würde, in Worten
  npm run towns -- apply                     Kommunen prüfen und übernehmen
  npm run towns -- history --town <Schlüssel>
  npm run towns -- rollback --town <Schlüssel> [--to Version]
  npm run towns -- explain --town <Schlüssel> --category <Schlüssel> [--at Breite,Länge] [--answer Frage=Antwort]
                                             Wohin ein Anliegen ginge, und warum
  npm run towns -- dry-run --town <Schlüssel> [--last 200]
                                             Welche der letzten Anliegen mit den geänderten Dateien woanders wären
  npm run towns -- conformance [--town <Schlüssel>]
                                             Ob eine Kommune die gemeinsamen Standards erfüllt
  npm run towns -- directory import --boundaries <GeoJSON> --contacts <CSV: AGS, Postfach>
                                             Kommunen, die noch nicht dabei sind, per E-Mail erreichbar machen
  npm run import -- <Datei.csv|.geojson|.jsonl> --town <Schlüssel> --map <Zuordnung.yaml> [--dry-run] [--refusals <Datei.csv>]
                                             Frühere Meldungen übernehmen
  npm run bounces < Nachricht                Eine zurückgekommene E-Mail vermerken (vom Mailserver aufgerufen)
  npm run worker                             Fällige E-Mails per SMTP senden, neben der Anwendung im Worker (läuft, bis man es beendet)
  npm run backup -- <Ordner>                 Die eingebaute Datenbank sichern, mit Fotos und Schlüssel, auch im Betrieb
  npm run restore -- <Ordner> [--force]      Eine Sicherung zurückspielen
  npm run migrate                            Postgres auf den neuesten Stand bringen (DATABASE_OWNER_URL)
  npm run accounts -- add <E-Mail> --name <Name> --town <Schlüssel> --role clerk|dispatcher|admin [--department <Schlüssel>]
  npm run accounts -- add <E-Mail> --name <Name> --role operator
  npm run accounts -- invite <E-Mail> --name <Name> --town <Schlüssel> --role …
                                             Wie add, aber mit einem Link, hinter dem die Person ihr Passwort wählt
  npm run accounts -- list [--town <Schlüssel>]
  npm run accounts -- reset-second-factor <E-Mail>
Mit --json antwortet jeder Befehl für Maschinen, mit --lang en auf Englisch.`,
  allWell: (count: number, names: string) => `${count} Kommunen geprüft, alles in Ordnung: ${names}`,
  staysWith: (town: string, version: number) =>
    `${town}: bleibt beim Katalog Version ${version}. Ob alles dazu passt, weiß die Datenbank: npm run towns -- plan`,
  applied: (town: string, version: number, changed: boolean) =>
    `${town}: Version ${version}${changed ? ', neu' : ', unverändert'}`,
  nameTown: (example: string) => `town: Nennen Sie die Kommune, zum Beispiel --town ${example}`,
  nameOneOf: (option: string, known: string) => `${option}: Nennen Sie eine von: ${known}`,
  unknownTown: (town: string) => `town: „${town}“ ist nicht eingerichtet. Zuerst: npm run towns -- apply`,
  version: (version: number, when: string, by: string) => `Version ${version}: ${when}, ${by}`,
  notAVersion: (to: string, town: string) =>
    `to: „${to}“ ist keine Version. Welche es gibt, sagt: npm run towns -- history --town ${town}`,
  rolledBack: (town: string, version: number) => `${town}: wieder wie zuvor, als Version ${version}`,
  notAPlace: (at: string) => `at: „${at}“ ist kein Ort. Schreiben Sie Breite,Länge, zum Beispiel --at 52.0862,8.7443`,
  answerWrong: (question: string) => `answer: „${question}“ passt nicht zur Frage.`,
  elsewhere: (town: string) => `Der Ort gehört zu: ${town}.`,
  nowhere: 'Der Ort liegt in keiner Kommune, die dabei ist.',
  goesTo: (department: string, reason: string) => `${department}. ${reason}`,
  stillInUse: (town: string, what: string) =>
    `${town}: Das geht noch nicht. Offene Anliegen brauchen noch: ${what}. Schließen Sie diese Anliegen oder geben Sie sie weiter, oder lassen Sie den Eintrag stehen.`,
  inUse: {
    department: (key: string, count: number) => `Fachbereich „${key}“ (${count})`,
    category: (key: string, count: number) => `Kategorie „${key}“ (${count})`,
  },
  catalogueChanged: (version: number) =>
    `Der Katalog hat sich geändert, aber nicht seine Version. Erhöhen Sie in catalogue/catalogue.yaml „version“ auf ${version + 1}.`,
  bounces: {
    notOne: 'Das ist keine Rückmeldung zu einer unserer E-Mails. Nichts geändert.',
    unknown: 'Diese E-Mail kennen wir nicht. Nichts geändert.',
    recorded: {
      gone: (town: string) => `${town}: vermerkt. An diese Adresse geht keine E-Mail mehr.`,
      refused: (town: string) => `${town}: vermerkt. Diese E-Mail wurde nicht angenommen.`,
      expired: (town: string) => `${town}: vermerkt. Diese E-Mail kam nicht rechtzeitig an.`,
      late: (town: string) => `${town}: vermerkt. Diese E-Mail ist noch unterwegs.`,
    },
  },
  account: {
    linkFor: (email: string, link: string) =>
      `${email} wählt ein Passwort mit diesem Link. Er gilt sieben Tage und einmal:\n${link}`,
    hasPassword: (email: string) => `${email} hat schon ein Passwort. Ein neues gibt es über „Passwort vergessen“.`,
    unknown: (email: string) => `Zu „${email}“ gibt es keinen Zugang.`,
    factorReset: (email: string) => `${email}: Der zweite Faktor ist zurückgesetzt, alle Anmeldungen sind beendet.`,
    none: 'Es gibt noch keine Zugänge.',
    line: (name: string, email: string, roles: string, more: string) =>
      `${name} <${email}>  ${roles}${more && `  (${more})`}`,
    factor: 'zweiter Faktor',
    invited: 'eingeladen',
    disabled: 'gesperrt',
    department: 'department: Nennen Sie den Fachbereich, zum Beispiel --department roads',
    alsoFor: (email: string, town: string) => `${email} arbeitet jetzt auch für ${town}.`,
    added: (email: string, password: string) => `${email} kann sich anmelden. Passwort: ${password}`,
    operator: 'die Plattform',
  },
}
