/** Partners whose own system gets the reports: for the town's staff. */
export const partners = {
  /** Lines of the history. */
  received: (partner: string, ref: string) => `Angekommen bei ${partner}, dort Nummer ${ref}`,
  notReached: (partner: string) => `Nicht über die Schnittstelle angekommen, deshalb per E-Mail an: ${partner}`,
  /** Beside the mails that did not arrive. */
  untaken: (who: string, when: string) => `Die Schnittstelle von ${who} hat es nicht angenommen (${when})`,
  silent: (who: string) => `Was bei ${who} geschieht, können wir gerade nicht lesen.`,
  /** By reason key. */
  reasons: {
    partner_refused: 'Das System der Stelle hat es abgelehnt.',
    partner_key: 'Das System der Stelle kennt unseren Schlüssel nicht. Bitte fragen Sie den Betrieb.',
    partner_down: 'Das System der Stelle hat gerade eine Störung.',
    partner_unreadable: 'Die Antwort der Stelle war nicht zu lesen.',
    partner_no_service: 'In der Datei der Kommune steht nicht, wie diese Kategorie dort heißt.',
    partner_unknown: 'Die Stelle steht nicht mehr in der Datei der Kommune.',
    address_forbidden: 'Die Adresse der Schnittstelle ist nicht erlaubt. Bitte fragen Sie den Betrieb.',
    unreachable: 'Das System der Stelle antwortet nicht.',
    too_slow: 'Das System der Stelle antwortet zu langsam.',
    answer_too_large: 'Die Antwort der Stelle ist zu groß.',
  } as Record<string, string>,
}
