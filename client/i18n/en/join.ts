import type { join as german } from '../de/join.ts'

export const join: typeof german = {
  usage:
    'Name the municipality key and the file of boundaries, for example: npm run towns -- new 05758036 --boundaries municipalities.geojson',
  notAKey: (ags) => `“${ags}” is no key. A municipality’s has 8 digits, a county’s 5.`,
  noFile: (file) => `boundaries: ${file} cannot be read. Is there such a file?`,
  noCollection: (file) =>
    `boundaries: ${file} is no FeatureCollection. Needed are the administrative areas of the BKG (VG250) as GeoJSON.`,
  notInFile: (ags, file) => `boundaries: “${ags}” is not in ${file}. Is the key right?`,
  townInOne: (ags) =>
    `“${ags}” is a town that is its own county. Take its municipality key of 8 digits, mostly ${ags}000.`,
  noKey: (name) => `No short name can be made from “${name}”. Give one, for example --key town-hall`,
  keyWrong: (key) => `key: “${key}” will not do. Only small letters, digits and hyphens, beginning with a letter.`,
  reserved: (key) => `key: “${key}” is an address of the platform. Choose another: --key …`,
  mailboxWrong: (mailbox) =>
    `mailbox: “${mailbox}” is no e-mail address. Write for example --mailbox office@town.example`,
  legalWrong: (options) =>
    `${options}: Give the pages with https:// and the day of signing like this: --agreement 2026-01-31`,
  likeUnknown: (like, known) => `like: There is no “${like}”. Name one of: ${known}`,
  likeBroken: (like) => `like: Something is wrong in “${like}”. To see what: npm run towns -- check`,
  folderThere: (folder) => `The folder ${folder} is there already. It stays as it is.`,
  made: (folder, name) => `${folder} has been made, for ${name}.`,
  placeholder: (mailbox) =>
    `The mailbox ${mailbox} is a placeholder. Write the right one into town.yaml before you start.`,
  checkMailboxes: (like) =>
    `Departments and mailboxes are modelled on those of “${like}”. Check each of them in town.yaml.`,
  next: `What comes next:
  npm run towns -- check    checks the files
  npm run towns -- plan     says what would change
  npm run towns -- apply    puts it into service. Running servers follow within seconds.`,
}
