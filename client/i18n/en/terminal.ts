import type { terminal as german } from '../de/terminal.ts'

export const terminal: typeof german = {
  usage: `Commands:
  npm run towns -- new <municipality key> --boundaries <GeoJSON> [--like <town>] [--mailbox <mailbox>]
      [--imprint <link>] [--privacy <link>] [--accessibility <link>] [--agreement <day>]
                                             Make a folder for a new town
  npm run towns -- check                     Check towns, without a database
  npm run towns -- plan                      What would change, in words
  npm run towns -- apply                     Check towns and put them into service
  npm run towns -- history --town <key>
  npm run towns -- rollback --town <key> [--to version]
  npm run towns -- explain --town <key> --category <key> [--at lat,lon] [--answer question=answer]
                                             Where a report would go, and why
  npm run towns -- dry-run --town <key> [--last 200]
                                             Which of the last reports the changed files would move
  npm run towns -- conformance [--town <key>]
                                             Whether a town meets the common standards
  npm run towns -- directory import --boundaries <GeoJSON> --contacts <CSV: AGS, mailbox>
                                             Make towns that have not joined reachable by mail
  npm run import -- <file.csv|.geojson|.jsonl> --town <key> --map <mapping.yaml> [--dry-run] [--refusals <file.csv>]
                                             Bring in earlier reports
  npm run bounces < message                  Record a mail that came back (called by the mail server)
  npm run worker                             Send due mails by SMTP, beside the application at the edge (runs until stopped)
  npm run backup -- <folder>                 Back up the embedded database with photos and key, also while it serves
  npm run restore -- <folder> [--force]      Put a backup in place
  npm run migrate                            Bring Postgres up to date (DATABASE_OWNER_URL)
  npm run accounts -- add <e-mail> --name <name> --town <key> --role clerk|dispatcher|admin [--department <key>]
  npm run accounts -- add <e-mail> --name <name> --role operator
  npm run accounts -- invite <e-mail> --name <name> --town <key> --role …
                                             Like add, but with a link behind which the person chooses a password
  npm run accounts -- list [--town <key>]
  npm run accounts -- reset-second-factor <e-mail>
With --json every command answers for machines, with --lang en in English.`,
  allWell: (count, names) => `${count} towns checked, all is well: ${names}`,
  staysWith: (town, version) =>
    `${town}: stays with the catalogue’s version ${version}. The database knows whether all fits it: npm run towns -- plan`,
  applied: (town, version, changed) => `${town}: version ${version}${changed ? ', new' : ', unchanged'}`,
  nameTown: (example) => `town: Name the town, for example --town ${example}`,
  nameOneOf: (option, known) => `${option}: Name one of: ${known}`,
  unknownTown: (town) => `town: “${town}” is not set up. First: npm run towns -- apply`,
  version: (version, when, by) => `Version ${version}: ${when}, ${by}`,
  notAVersion: (to, town) =>
    `to: “${to}” is no version. To see which there are: npm run towns -- history --town ${town}`,
  rolledBack: (town, version) => `${town}: as it was before, now as version ${version}`,
  notAPlace: (at) => `at: “${at}” is no place. Write latitude,longitude, for example --at 52.0862,8.7443`,
  answerWrong: (question) => `answer: “${question}” does not fit the question.`,
  elsewhere: (town) => `The place belongs to: ${town}.`,
  nowhere: 'The place lies in no town that has joined.',
  goesTo: (department, reason) => `${department}. ${reason}`,
  stillInUse: (town, what) =>
    `${town}: Not yet. Open reports still need: ${what}. Close these reports or pass them on, or leave the entry in the file.`,
  inUse: {
    department: (key, count) => `department “${key}” (${count})`,
    category: (key, count) => `category “${key}” (${count})`,
  },
  catalogueChanged: (version) =>
    `The catalogue has changed, but not its version. Raise “version” in catalogue/catalogue.yaml to ${version + 1}.`,
  bounces: {
    notOne: 'This is no answer to a mail of ours. Nothing changed.',
    unknown: 'We do not know this mail. Nothing changed.',
    recorded: {
      gone: (town: string) => `${town}: recorded. No more mail goes to this address.`,
      refused: (town: string) => `${town}: recorded. This mail was not taken.`,
      expired: (town: string) => `${town}: recorded. This mail did not arrive in time.`,
      late: (town: string) => `${town}: recorded. This mail is still on its way.`,
    },
  },
  account: {
    linkFor: (email: string, link: string) =>
      `${email} chooses a password by this link. It works once, within seven days:\n${link}`,
    hasPassword: (email: string) => `${email} has a password already. “Forgotten password” gives a new one.`,
    unknown: (email: string) => `There is no access for “${email}”.`,
    factorReset: (email: string) => `${email}: the second factor is reset, all sessions are over.`,
    none: 'There is no access yet.',
    line: (name: string, email: string, roles: string, more: string) =>
      `${name} <${email}>  ${roles}${more && `  (${more})`}`,
    factor: 'second factor',
    invited: 'invited',
    disabled: 'locked',
    department: 'department: Name the department, for example --department roads',
    alsoFor: (email, town) => `${email} now works for ${town} too.`,
    added: (email, password) => `${email} can sign in. Password: ${password}`,
    operator: 'the platform',
  },
}
