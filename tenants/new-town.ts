/** What stands in the file of a town that is about to join: the little it needs, and examples to take the # from. */

type Values = {
  key: string
  /** As YAML, like all that follows. */
  name: string
  officialName: string
  ags: string
  /** False: the official file does not say whether it is a town or a municipality. */
  isKindKnown: boolean
  /** YAML of everything that was taken over from another town or that has no default: departments and what follows. */
  body: string
  /** YAML of the legal pages, if they are known already. */
  legal: string | null
}

export function newTownYaml({ key, name, officialName, ags, isKindKnown, body, legal }: Values): string {
  return `# yaml-language-server: $schema=../town.schema.json
# Die Beschreibung von ${name} für den Anliegenmelder.
#
# So lesen Sie diese Datei: Vor dem Doppelpunkt steht, was gemeint ist, dahinter, was für Sie gilt.
# Zeilen mit # sind Erklärungen und Beispiele. Nehmen Sie das # weg, dann gilt die Zeile.
# Die Einrückung zählt: Was zusammengehört, steht gleich weit vom Rand.
# Alles, was hier nicht steht (Kategorien, Fragen, Übersetzungen, Fristen), kommt aus dem gemeinsamen Katalog.
# Was es sonst noch gibt, zeigt das Beispiel bad-salzuflen/town.yaml.

# Der Kurzname in der Adresse: …/${key}/. So heißt auch der Ordner. Er wird nie mehr geändert.
key: ${key}
name: ${name}
# So wie es auf dem Briefkopf steht.
officialName: ${officialName}
# Amtlicher Schlüssel. Die Anführungszeichen sind nötig, sonst geht die Null am Anfang verloren.
ags: '${ags}'
${isKindKnown ? '' : '# town = Stadt, municipality = Gemeinde. Die Datei mit den Grenzen sagt es nicht: Bitte prüfen.\nkind: municipality\n'}
${body}
# So erreicht man das Rathaus. Ohne diese Angaben gilt das Postfach des ersten Fachbereichs.
# contact:
#   email: anliegen@${key}.example
#   phone: 030 23125 100
#   phone115: true
#   website: https://www.${key}.example
#   address: Rathausplatz 1, 12345 ${name}

# Die Seiten, die es auf Ihrer Website schon gibt, und der Tag, an dem der Vertrag zur Auftragsverarbeitung
# unterschrieben wurde. Vor dem Start müssen sie dastehen.
${
  legal ??
  `# legal:
#   imprint: https://www.${key}.example/impressum
#   privacy: https://www.${key}.example/datenschutz
#   accessibility: https://www.${key}.example/barrierefreiheit
#   processingAgreement: 2026-01-31
`
}`
}

/** For a town that starts with nothing but a mailbox. */
export const ONE_DEPARTMENT = (
  mailbox: string,
) => `# Wer sich kümmert. Am Anfang reicht ein Fachbereich: Er bekommt alles. mailbox ist sein Postfach, kein persönliches.
departments:
  - name: Rathaus
    mailbox: ${mailbox}
  # Ein zweiter Fachbereich nennt seine Kategorien. Dann braucht der erste „dispatcher: true“ und „categories: rest“.
  # - name: Bauhof
  #   mailbox: bauhof@${mailbox.split('@')[1]}
  #   categories: [fly-tipping, litter-bin]

# Was man melden kann: ohne Angabe alles aus dem Katalog. without nimmt etwas heraus.
# without: [cycle-path]

# Die Hausfarbe. Sie muss auf Weiß gut lesbar sein.
# theme:
#   accent: '#00536e'
`
