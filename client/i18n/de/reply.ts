/** What the reporter can say once a report has ended, or to end it: rating, objection, withdrawal. */
export const reply = {
  rating: {
    title: 'Sind Sie zufrieden?',
    hint: 'Freiwillig. Die Antwort hilft uns, besser zu werden.',
    question: 'Wie zufrieden sind Sie mit dem Ergebnis?',
    steps: ['gar nicht', 'eher nicht', 'teils, teils', 'eher ja', 'sehr'] as readonly string[],
    send: 'Antwort senden',
    thanks: 'Danke für Ihre Antwort.',
    given: (words: string) => `Ihre Antwort: ${words}. Sie können sie noch ändern.`,
    unhappy: 'Ist die Sache für Sie nicht erledigt? Dann widersprechen Sie. Wir prüfen es noch einmal.',
  },
  objection: {
    title: 'Nicht einverstanden?',
    hint: (until: string) => `Bis ${until} können Sie widersprechen. Dann sehen wir es uns noch einmal an.`,
    question: 'Was ist noch nicht in Ordnung?',
    send: 'Widerspruch senden',
    sent: 'Ihr Widerspruch ist bei uns.',
    open: (since: string) => `Ihr Widerspruch vom ${since} wird geprüft. Sie hören von uns.`,
    once: 'Zu diesem Ergebnis haben Sie schon widersprochen. Unsere Antwort steht im Verlauf.',
    over: 'Die Zeit für einen Widerspruch ist vorbei.',
    reach: 'So erreichen Sie uns trotzdem:',
  },
  withdraw: {
    link: 'Anliegen zurückziehen',
    title: 'Anliegen zurückziehen?',
    text: 'Danach arbeitet niemand mehr daran. Ihr Anliegen bleibt als „zurückgezogen“ sichtbar, soweit es schon öffentlich ist.',
    undoable: 'Sie können es danach noch 30 Minuten lang rückgängig machen.',
    reason: 'Warum ziehen Sie es zurück?',
    reasonHint: 'Das liest nur die Verwaltung.',
    send: 'Zurückziehen',
    keep: 'Nicht zurückziehen',
    done: 'Zurückgezogen. Möchten Sie das rückgängig machen?',
    undo: 'Rückgängig machen',
    undone: 'Ihr Anliegen läuft weiter.',
  },
  expired: (until: string) =>
    `Die Frist für Ihre Antwort war am ${until} vorbei. Wir arbeiten mit dem weiter, was wir wissen.`,
}
