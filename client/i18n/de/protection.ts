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
    limits:
      'Damit niemand diese Seiten mit Anliegen flutet, zählen wir, wie viel von einem Anschluss kommt. Ihre IP-Adresse speichern wir dafür nicht, nur eine Prüfsumme davon, mit täglich wechselndem Schlüssel. Nach wenigen Tagen ist sie gelöscht.',
  },
}
