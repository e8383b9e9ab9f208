/** Partners whose own system gets the reports: for the town's staff, and what such a partner reads by mail. */
type News = 'taken_back' | 'withdrawn' | 'merged' | 'done' | 'declined' | 'handed_over' | 'again'

export const partners = {
  /** Lines of the history. */
  received: (partner: string, ref: string) => `Angekommen bei ${partner}, dort Nummer ${ref}`,
  notReached: (partner: string) => `Nicht über die Schnittstelle angekommen, deshalb per E-Mail an: ${partner}`,
  takenBack: (partner: string) => `Zurückgeholt von ${partner}`,
  told: (partner: string, news: string) => `Ins System von ${partner} gemeldet: ${news}`,
  written: (partner: string, news: string) => `Per E-Mail gemeldet an ${partner}: ${news}`,
  instructionWritten: (partner: string) => `Auftrag per E-Mail an: ${partner}`,
  /** What the partner was told. */
  short: {
    taken_back: 'zurückgeholt',
    withdrawn: 'von der meldenden Person zurückgezogen',
    merged: 'mit einem anderen Anliegen zusammengelegt',
    done: 'abgeschlossen',
    declined: 'abgelehnt',
    handed_over: 'an eine andere Stelle abgegeben',
    again: 'doch wieder offen',
  } satisfies Record<News, string>,
  /** The partner's people read this in their own system or in a mail: fixed words, nothing of a citizen. */
  tidings: {
    taken_back: (town, number) =>
      `${town} hat das Anliegen #${number} zurückgeholt. Bitte arbeiten Sie nicht weiter daran.`,
    withdrawn: (town, number) =>
      `Die meldende Person hat das Anliegen #${number} bei ${town} zurückgezogen. Sie müssen nichts mehr tun.`,
    merged: (town, number) =>
      `${town} bearbeitet das Anliegen #${number} zusammen mit einem anderen. Bitte arbeiten Sie nicht weiter daran.`,
    done: (town, number) => `${town} hat das Anliegen #${number} abgeschlossen. Sie müssen nichts mehr tun.`,
    declined: (town, number) => `${town} hat das Anliegen #${number} abgelehnt. Sie müssen nichts mehr tun.`,
    handed_over: (town, number) =>
      `${town} hat das Anliegen #${number} an eine andere Stelle abgegeben. Bitte arbeiten Sie nicht weiter daran.`,
    again: (town, number) =>
      `Das Anliegen #${number} von ${town} ist doch wieder offen. Bitte arbeiten Sie weiter daran.`,
  } satisfies Record<News, (town: string, number: number) => string>,
  mail: {
    /** `ref` is their number, or ours with # where there is none. */
    subject: (ref: string, news: string) => `Zu ${ref}: ${news}`,
    instructionSubject: (ref: string) => `Auftrag zu ${ref}`,
    instruction: (ref: string | null) =>
      ref
        ? `in Ihrem System liegt von uns ein Anliegen mit der Nummer ${ref}. Unser Auftrag dazu:`
        : 'in Ihrem System liegt ein Anliegen von uns. Unser Auftrag dazu:',
    private: 'Der Auftrag kommt per E-Mail, weil Ihr System kein Feld für Internes hat.',
    there: (ref: string) => `Nummer bei Ihnen: ${ref}`,
    here: (town: string) => `Nummer bei ${town}`,
  },
  /** Which of their questions nobody here answers. A note for the clerks. */
  asks: (partner: string, questions: string) =>
    `Das System von ${partner} verlangt Antworten, die dieses Anliegen nicht hat:\n${questions}\nWoher sie kommen, kann in der Datei der Kommune stehen: partners, open311, attributes.`,
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
    partner_asks: 'Das System der Stelle verlangt eine Antwort, die das Anliegen nicht hat. Welche, steht im Verlauf.',
    partner_no_updates: 'Das System der Stelle nimmt keine Nachrichten zu Anliegen an.',
    partner_no_number: 'Das System der Stelle hat dem Anliegen noch keine Nummer gegeben.',
    partner_same_number: 'Das System der Stelle nannte dafür die Nummer eines anderen Anliegens.',
    address_forbidden: 'Die Adresse der Schnittstelle ist nicht erlaubt. Bitte fragen Sie den Betrieb.',
    unreachable: 'Das System der Stelle antwortet nicht.',
    too_slow: 'Das System der Stelle antwortet zu langsam.',
    answer_too_large: 'Die Antwort der Stelle ist zu groß.',
  } as Record<string, string>,
}
