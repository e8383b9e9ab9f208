export const protection = {
  limits: {
    lead: 'Hier kommt gerade sehr viel auf einmal an.',
    again: (when: string) => `Es geht weiter: ${when}.`,
    call: 'Ist es eilig? Dann rufen Sie an:',
    draft: 'Ihr Entwurf ist noch da. Nichts ist verloren.',
    toDraft: 'Zum Entwurf',
    typed: 'Das haben Sie geschrieben. Kopieren Sie den Text. Dann geht er nicht verloren.',
  },
  privacy: {
    limits:
      'Wir zählen, wie viel von einem Anschluss kommt. So kann niemand zu viel auf einmal senden. Ihre IP-Adresse speichern wir nicht. Wir speichern nur eine Prüf-Summe. Nach wenigen Tagen ist sie gelöscht.',
  },
}
