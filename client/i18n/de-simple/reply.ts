import type { reply as german } from '../de/reply.ts'

const lines = (...sentences: string[]) => sentences.join(' ')

export const reply: typeof german = {
  rating: {
    title: 'Sind Sie zufrieden?',
    hint: lines('Sie müssen nicht antworten.', 'Aber Ihre Antwort hilft uns.'),
    question: 'Wie gut finden Sie das Ergebnis?',
    steps: ['sehr schlecht', 'schlecht', 'mittel', 'gut', 'sehr gut'],
    send: 'Antwort senden',
    thanks: 'Danke für Ihre Antwort.',
    given: (words) => lines(`Ihre Antwort ist: ${words}.`, 'Sie können die Antwort noch ändern.'),
    unhappy: lines('Ist etwas noch nicht gut?', 'Dann schreiben Sie uns.', 'Wir prüfen es noch einmal.'),
  },
  objection: {
    title: 'Sind Sie nicht einverstanden?',
    hint: (until) => lines('Dann schreiben Sie uns.', `Das geht bis ${until}.`, 'Wir prüfen es noch einmal.'),
    question: 'Was ist noch nicht gut?',
    send: 'Absenden',
    sent: 'Ihr Text ist bei uns.',
    open: (since) =>
      lines(`Sie haben uns am ${since} geschrieben.`, 'Wir prüfen es noch einmal.', 'Wir antworten Ihnen.'),
    once: lines('Sie haben uns dazu schon geschrieben.', 'Unsere Antwort steht weiter oben.'),
    over: 'Dafür ist es jetzt zu spät.',
    reach: 'So können Sie uns trotzdem fragen:',
  },
  withdraw: {
    link: 'Meldung zurücknehmen',
    title: 'Wollen Sie Ihre Meldung zurücknehmen?',
    text: lines(
      'Dann arbeitet niemand mehr daran.',
      'Vielleicht sehen andere die Meldung schon. Dann steht dort: zurückgezogen.',
    ),
    undoable: lines('Haben Sie sich geirrt?', 'Dann haben Sie 30 Minuten Zeit. So lange können Sie es ändern.'),
    reason: 'Warum nehmen Sie die Meldung zurück?',
    reasonHint: 'Das lesen nur Menschen in der Verwaltung.',
    send: 'Zurücknehmen',
    keep: 'Nicht zurücknehmen',
    done: lines('Sie haben Ihre Meldung zurückgenommen.', 'War das falsch?', 'Dann können Sie es ändern.'),
    undo: 'Doch nicht zurücknehmen',
    undone: 'Wir arbeiten weiter an Ihrer Meldung.',
  },
  expired: (until) =>
    lines(
      `Sie hatten für Ihre Antwort Zeit bis ${until}.`,
      'Die Zeit ist vorbei.',
      'Wir arbeiten ohne Ihre Antwort weiter.',
    ),
}
