/** What `npm run backup` and `npm run restore` say. */
export const backup = {
  nameFolder: 'Nennen Sie einen Ordner, zum Beispiel: npm run backup -- /sicherung/2026-11-22',
  nameBackup:
    'Nennen Sie den Ordner der Sicherung, zum Beispiel: npm run restore -- /sicherung/2026-11-22. Was schon da ist, weicht nur mit --force.',
  postgres:
    'DATABASE_URL: Postgres sichert man mit pg_dump und spielt es mit pg_restore zurück. Die Zeilen dafür stehen im README unter „Sicherung“. Fotos liegen im Ordner von BLOB_URL.',
  notEmpty: (folder: string) => `${folder} ist nicht leer. Nehmen Sie einen neuen Ordner.`,
  made: (folder: string, files: number) => `Gesichert in ${folder}: die Datenbank und ${files} Bilddateien.`,
  gone: (count: number) =>
    `${count} Fotos, die in der Datenbank stehen, gab es als Datei nicht mehr. Welche, steht in manifest.json unter „gone“.`,
  secretElsewhere:
    'APP_SECRET steht in Ihrer Umgebung und ist nicht in der Sicherung. Bewahren Sie es getrennt auf: Ohne denselben Wert gehen die Links in verschickten E-Mails nicht mehr.',
  notABackup: (folder: string) =>
    `${folder} ist keine vollständige Sicherung: manifest.json fehlt oder ist beschädigt.`,
  damaged: (file: string) =>
    `${file} fehlt in der Sicherung oder hat einen anderen Inhalt als beim Sichern. Nichts geändert.`,
  newer:
    'Diese Sicherung kommt von einer neueren Fassung des Programms. Nehmen Sie mindestens dieselbe. Nichts geändert.',
  occupied: (dataDir: string) =>
    `DATA_DIR: In ${dataDir} liegen schon Daten. Nehmen Sie einen leeren Ordner, oder legen Sie sie mit --force beiseite. Nichts geändert.`,
  restored: (dataDir: string) => `Zurückgespielt nach ${dataDir}. Der Server kann starten.`,
  setAside: (folder: string) => `Was vorher da war, liegt jetzt in ${folder}.`,
}
