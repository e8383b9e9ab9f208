/** Limits, and what people say about public content. */
export const protection = {
  limits: {
    lead: 'Hier kommt gerade sehr viel auf einmal an.',
    again: (when: string) => `Es geht weiter: ${when}.`,
    call: 'Eilt es? Dann rufen Sie uns an:',
    draft: 'Ihr Entwurf ist noch da, mit allem, was Sie eingetragen haben.',
    toDraft: 'Zum Entwurf',
    typed: 'Das haben Sie geschrieben. Kopieren Sie es, damit es nicht verloren geht.',
  },
  privacy: {
    notice:
      'Wer Inhalte beanstandet: was Sie schreiben und Ihre E-Mail-Adresse, nur wenn Sie sie angeben. Beides sieht nur der zuständige Fachbereich.',
    limits:
      'Damit niemand diese Seiten mit Anliegen flutet, zählen wir, wie viel von einem Anschluss kommt. Ihre IP-Adresse speichern wir dafür nicht, nur eine Prüfsumme davon, mit täglich wechselndem Schlüssel. Nach wenigen Tagen ist sie gelöscht.',
  },

  notice: {
    link: 'Inhalt melden',
    title: 'Inhalt melden',
    lead: 'Ist der Text oder ein Foto nicht in Ordnung? Sagen Sie uns, was. Ein Mensch im Rathaus sieht es sich an und entscheidet.',
    back: (number: number) => `Zum Anliegen #${number}`,
    reason: 'Was ist nicht in Ordnung?',
    reasons: {
      personal: 'Es zeigt oder nennt eine Person',
      insult: 'Es ist beleidigend',
      unlawful: 'Es verstößt gegen ein Gesetz',
      other: 'Etwas anderes',
    },
    text: 'Was genau?',
    textHint: 'Zum Beispiel: „Auf dem ersten Foto ist mein Kennzeichen zu lesen.“',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Nur, wenn Sie hören möchten, wie entschieden wurde.',
    privacy: 'Ihr Hinweis ist nicht öffentlich. Sechs Monate nach der Entscheidung löschen wir ihn.',
    missing: { reason: 'Wählen Sie, was nicht in Ordnung ist.', text: 'Schreiben Sie kurz, was nicht in Ordnung ist.' },
    send: 'Hinweis absenden',
    sending: 'Wird gesendet …',
    thanks: 'Danke, Ihr Hinweis ist angekommen.',
    thanksAnswer: 'Ein Mensch im Rathaus sieht ihn sich an. Wie entschieden wurde, schreiben wir Ihnen.',
    thanksNoAnswer: 'Ein Mensch im Rathaus sieht ihn sich an und entscheidet.',
    mail: {
      greeting: 'Guten Tag,',
      receivedSubject: (number: number) => `Ihr Hinweis zu Anliegen #${number}`,
      received: (number: number) => `Ihr Hinweis zum Inhalt von Anliegen #${number} ist angekommen.`,
      person: 'Ein Mensch im Rathaus sieht ihn sich an. Wie entschieden wurde, schreiben wir Ihnen.',
      decidedSubject: (number: number) => `Entschieden: Ihr Hinweis zu Anliegen #${number}`,
      decided: {
        hidden: (number: number) => `Was Sie an Anliegen #${number} beanstandet haben, ist nicht mehr öffentlich.`,
        kept: (number: number) => `Was Sie an Anliegen #${number} beanstandet haben, bleibt öffentlich.`,
      },
      disagree:
        'Das hat ein Mensch entschieden. Sehen Sie es anders, antworten Sie auf diese E-Mail. Auch der Weg zum Gericht steht Ihnen offen.',
      link: 'Zum Anliegen:',
    },
  },

  /** For staff. */
  desk: {
    flag: 'Beanstandet',
    title: (n: number) => (n === 1 ? 'Jemand beanstandet, was öffentlich ist' : `${n} Beanstandungen`),
    line: (when: string, language?: string) => (language ? `${when}, Sprache: ${language}` : when),
    what: 'Beim Ausblenden verschwindet',
    hideable: { text: 'der Text', photos: 'die Fotos', report: 'das ganze Anliegen' },
    answer: 'Begründung',
    answerHint: 'Geht per E-Mail an die Person, die es beanstandet hat.',
    noAddress: 'Die Person hat keine E-Mail-Adresse genannt. Die Begründung bleibt bei der Beanstandung.',
    hide: 'Ausblenden',
    keep: 'Stehen lassen',
  },
}
