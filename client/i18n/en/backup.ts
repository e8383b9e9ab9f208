export const backup = {
  nameFolder: 'Name a folder, for example: npm run backup -- /backup/2026-11-22',
  nameBackup:
    'Name the folder of the backup, for example: npm run restore -- /backup/2026-11-22. What is there already gives way only with --force.',
  postgres:
    'DATABASE_URL: Postgres is backed up with pg_dump and restored with pg_restore. The README has the lines under "Backup". Photos are in the folder of BLOB_URL.',
  notEmpty: (folder: string) => `${folder} is not empty. Take a new folder.`,
  made: (folder: string, files: number) => `Backed up in ${folder}: the database and ${files} picture files.`,
  gone: (count: number) =>
    `${count} photos that the database names had no file any more. manifest.json lists them under "gone".`,
  secretElsewhere:
    'APP_SECRET comes from your environment and is not part of the backup. Keep it separately: without the same value the links in mails already sent stop working.',
  notABackup: (folder: string) => `${folder} is not a complete backup: manifest.json is missing or damaged.`,
  damaged: (file: string) => `${file} is missing from the backup or is not what was backed up. Nothing changed.`,
  newer: 'This backup comes from a newer version of the program. Take at least the same one. Nothing changed.',
  occupied: (dataDir: string) =>
    `DATA_DIR: There is data in ${dataDir} already. Take an empty folder, or set it aside with --force. Nothing changed.`,
  restored: (dataDir: string) => `Restored to ${dataDir}. The server can start.`,
  setAside: (folder: string) => `What was there before is now in ${folder}.`,
}
