import { protection as german } from '../de/protection.ts'

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
    notice: 'Sie haben etwas beanstandet? Dann sehen nur die Menschen im Rathaus Ihren Text und Ihre E-Mail-Adresse.',
    limits:
      'Wir zählen, wie viel von einem Anschluss kommt. So kann niemand zu viel auf einmal senden. Ihre IP-Adresse speichern wir nicht. Wir speichern nur eine Prüf-Summe. Nach wenigen Tagen ist sie gelöscht.',
  },

  notice: {
    link: 'Etwas ist nicht in Ordnung',
    title: 'Etwas ist nicht in Ordnung',
    lead: 'Ist der Text nicht in Ordnung? Oder ein Foto? Dann schreiben Sie uns. Ein Mensch im Rathaus sieht es sich an.',
    back: (number: number) => `Zum Anliegen #${number}`,
    reason: 'Was ist nicht in Ordnung?',
    reasons: {
      personal: 'Man erkennt eine Person',
      insult: 'Es ist eine Beleidigung',
      unlawful: 'Es ist verboten',
      other: 'Etwas anderes',
    },
    text: 'Was genau?',
    textHint: 'Zum Beispiel: „Auf dem Foto sieht man mein Auto-Kennzeichen.“',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Möchten Sie eine Antwort? Dann schreiben Sie hier Ihre Adresse.',
    privacy:
      'Ihr Hinweis ist nicht öffentlich. Nach der Entscheidung bleibt er noch sechs Monate. Dann löschen wir ihn.',
    missing: { reason: 'Wählen Sie eine Antwort.', text: 'Schreiben Sie kurz, was nicht in Ordnung ist.' },
    send: 'Hinweis senden',
    sending: 'Wird gesendet …',
    thanks: 'Danke. Ihr Hinweis ist da.',
    thanksAnswer: 'Ein Mensch im Rathaus sieht ihn sich an. Dann schreiben wir Ihnen.',
    thanksNoAnswer: 'Ein Mensch im Rathaus sieht ihn sich an.',
    mail: {
      greeting: 'Guten Tag,',
      receivedSubject: (number: number) => `Ihr Hinweis zu Anliegen #${number}`,
      received: (number: number) => `Ihr Hinweis zu Anliegen #${number} ist da.`,
      person: 'Ein Mensch im Rathaus sieht ihn sich an. Dann schreiben wir Ihnen.',
      decidedSubject: (number: number) => `Antwort auf Ihren Hinweis zu Anliegen #${number}`,
      decided: {
        hidden: (number: number) =>
          `Sie haben uns zu Anliegen #${number} geschrieben. Der Inhalt ist nicht mehr öffentlich.`,
        kept: (number: number) => `Sie haben uns zu Anliegen #${number} geschrieben. Der Inhalt bleibt öffentlich.`,
      },
      disagree:
        'Das hat ein Mensch entschieden. Sehen Sie es anders? Dann antworten Sie auf diese E-Mail. Sie können auch zu einem Gericht gehen.',
      link: 'Zum Anliegen:',
    },
  },

  desk: german.desk,
}
