/** What other systems, and the people before them, read in answers of the Open311 interface. */
export const open311 = {
  /** Reasons that only this interface knows. */
  reasons: {
    jurisdiction_missing: 'Nennen Sie die Kommune, zum Beispiel jurisdiction_id=musterstadt.',
    jurisdiction_unknown: 'Diese Kommune gibt es unter dieser Adresse nicht.',
    token_unknown: 'Dieses Token kennen wir nicht: Jedes Anliegen hat seine Nummer sofort.',
    datetime_wrong: 'Das ist kein Zeitpunkt mit Zeitzone, zum Beispiel 2026-11-25T08:00:00Z.',
    list_wrong: 'Hier gehen nur „open“ und „closed“.',
    page_wrong: 'Das ist keine Seitenzahl ab 1.',
    radius_missing: 'Zu einem Umkreis gehören lat, long und radius in Metern.',
    bbox: 'So geht es: kleinste Länge, kleinste Breite, größte Länge, größte Breite.',
    update_of_another: 'Diese update_id gehört schon zu einem anderen Anliegen.',
  } as Record<string, string>,
  otherTown: (name: string, key: string) =>
    `Dieser Ort gehört zu ${name}. Senden Sie das Anliegen an jurisdiction_id=${key}.`,
  county: (name: string, key: string) =>
    `Dafür ist zuständig: ${name}. Senden Sie das Anliegen an jurisdiction_id=${key}.`,
  unexpected: (id: string) => `Das hat nicht geklappt. Es liegt an uns. Kennung für Rückfragen: ${id}.`,
  contact: (name: string, email: string, phone: string | undefined) =>
    [`${name}: ${email}`, phone && `Telefon ${phone}`].filter(Boolean).join(', '),
  keyOfTown: (name: string, email: string, url: string) =>
    `Einen Schlüssel gibt Ihnen ${name}: ${email}. Alles Weitere: ${url}`,
  keyOfTowns: (url: string) => `Einen Schlüssel gibt Ihnen die Kommune, für die er gelten soll. Alles Weitere: ${url}`,
  /** An answer that is dangerous, and what to do about it. */
  dangerCall: (answer: string, number: string) => `Bei „${answer}“ rufen Sie zuerst an: ${number}.`,
  call: (number: string) => `Rufen Sie zuerst an: ${number}.`,
  foreignId: 'Nummer im sendenden System',
  closestAddress: 'Straße und Hausnummer',
  internalNote: 'Worte des sendenden Systems, die nur die Sachbearbeitung liest',
  yes: 'Ja',
  no: 'Nein',
  mergedInto: (number: number) => `Wird zusammen mit #${number} bearbeitet.`,
  merged: 'Wird zusammen mit einem anderen Anliegen bearbeitet.',
  withdrawn: 'Die meldende Person hat das Anliegen zurückgezogen.',
  answered: 'Die Kommune hat geantwortet.',
  filed: (number: number) => `Ihr Anliegen ist eingegangen, Nummer ${number}.`,
  photosMissing: (count: number): string =>
    count === 1 ? 'Ein Foto konnten wir nicht annehmen.' : `${count} Fotos konnten wir nicht annehmen.`,
  /** For the clerks: which photos are not there. */
  photosNote: (system: string, lines: string) => `Diese Fotos aus ${system} fehlen hier:\n${lines}`,
  photoUnreachable: (address: string) => `${address} (nicht erreichbar)`,
  photoNoPicture: (address: string) => `${address} (kein Foto, das wir lesen können)`,
  photoTooMany: (address: string) => `${address} (mehr als 5 Fotos)`,
  photosLeft: (count: number): string =>
    count === 1
      ? 'Ein Foto ist nicht dabei: Das Anliegen hat schon 5.'
      : `${count} Fotos sind nicht dabei: Mehr als 5 hat ein Anliegen nicht.`,
  update: {
    head: (system: string, name: string) => (name ? `${name} schreibt über ${system}:` : `Nachricht über ${system}:`),
    status: (status: string) => `Status dort: ${status}.`,
    statuses: {
      open: 'offen',
      closed: 'geschlossen',
      fixed: 'behoben',
      reopen: 'wieder geöffnet',
      in_progress: 'in Bearbeitung',
      planned: 'geplant',
      action_scheduled: 'eingeplant',
      investigating: 'in Prüfung',
      duplicate: 'doppelt gemeldet',
      not_councils_responsibility: 'nicht zuständig',
      no_further_action: 'keine Maßnahme',
      internal_referral: 'intern weitergegeben',
      cancelled: 'abgebrochen',
    } as Record<string, string>,
  },
}
