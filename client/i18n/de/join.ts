/** What `towns new` says: a town is about to join. */
export const join = {
  usage:
    'Nennen Sie den Gemeindeschlüssel und die Datei mit den Grenzen, zum Beispiel: npm run towns -- new 05758036 --boundaries gemeinden.geojson',
  notAKey: (ags: string) => `„${ags}“ ist kein Schlüssel. Der einer Gemeinde hat 8 Ziffern, der eines Kreises 5.`,
  noFile: (file: string) => `boundaries: ${file} lässt sich nicht lesen. Gibt es die Datei?`,
  noCollection: (file: string) =>
    `boundaries: ${file} ist keine FeatureCollection. Gebraucht werden die Verwaltungsgebiete des BKG (VG250) als GeoJSON.`,
  notInFile: (ags: string, file: string) => `boundaries: „${ags}“ steht nicht in ${file}. Ist der Schlüssel richtig?`,
  townInOne: (ags: string) =>
    `„${ags}“ ist eine kreisfreie Stadt. Nehmen Sie ihren Gemeindeschlüssel mit 8 Ziffern, meist ${ags}000.`,
  noKey: (name: string) =>
    `Aus „${name}“ lässt sich kein Kurzname bilden. Geben Sie einen an, zum Beispiel --key rathaus`,
  keyWrong: (key: string) =>
    `key: „${key}“ geht nicht. Nur Kleinbuchstaben, Ziffern und Bindestriche, mit einem Buchstaben am Anfang.`,
  reserved: (key: string) => `key: „${key}“ ist eine Adresse der Plattform. Wählen Sie einen anderen: --key …`,
  mailboxWrong: (mailbox: string) =>
    `mailbox: „${mailbox}“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel --mailbox rathaus@stadt.de`,
  legalWrong: (options: string) =>
    `${options}: Geben Sie die Seiten mit https:// an und den Tag der Unterschrift so: --agreement 2026-01-31`,
  likeUnknown: (like: string, known: string) => `like: „${like}“ gibt es nicht. Nennen Sie eine von: ${known}`,
  likeBroken: (like: string) => `like: In „${like}“ stimmt etwas nicht. Was, sagt: npm run towns -- check`,
  folderThere: (folder: string) => `Den Ordner ${folder} gibt es schon. Er bleibt, wie er ist.`,
  made: (folder: string, name: string) => `${folder} ist angelegt, für ${name}.`,
  placeholder: (mailbox: string) =>
    `Das Postfach ${mailbox} ist ein Platzhalter. Tragen Sie vor dem Start das richtige in town.yaml ein.`,
  checkMailboxes: (like: string) =>
    `Fachbereiche und Postfächer sind denen von „${like}“ nachgebildet. Prüfen Sie in town.yaml jedes.`,
  next: `So geht es weiter:
  npm run towns -- check    prüft die Dateien
  npm run towns -- plan     sagt, was sich ändern würde
  npm run towns -- apply    übernimmt es. Laufende Server folgen in wenigen Sekunden.`,
}
