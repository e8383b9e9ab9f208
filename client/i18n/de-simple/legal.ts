import type { legal as german } from '../de/legal.ts'

export const legal: typeof german = {
  ownPage: (page, genitive) => `${page} ${genitive}`,
  ownPages: 'Dazu gibt es noch eine andere Seite',
  preview: 'Diese Seite ist noch nicht fertig. Hier kann sich etwas ändern.',
  address: 'Adresse',
  website: 'Internet-Seite',

  imprint: {
    provider: 'Wer ist zuständig?',
    member: (of) => `Diese Seite ist ein Angebot ${of}. Die Technik kommt von Anliegenwerk.`,
    notJoined: (name) =>
      `Diese Seite ist von Anliegenwerk. ${name} macht hier nicht mit. Das Rathaus ist nicht für diese Seite zuständig.`,
    sources: 'Karte',
    operator: 'Anliegenwerk ist für viele Orte da. Jeder Ort hat eigene Seiten. Dort steht, wer zuständig ist.',
    operatorName: 'Wer betreibt das?',
    operatorUnknown: 'Das steht hier noch nicht. Die Seite ist zum Ausprobieren.',
  },

  accessibility: {
    title: 'Wie gut kann man diese Seite benutzen?',
    leadPlatform: 'Diese Seite ist für viele Orte da. Alle Menschen sollen sie benutzen können.',
    lead: ({ forms }) => `Hier können Sie etwas melden ${forms.in}. Das soll für alle Menschen gehen.`,
    standard: {
      title: 'So weit sind wir',
      text: 'Es gibt Regeln für Barriere-Freiheit. Sie heißen BITV 2.0, EN 301 549 und WCAG 2.2. An diese Regeln wollen wir uns halten. Einen Teil schaffen wir schon.',
    },
    limits: {
      title: 'Das fehlt noch',
      map: 'Die Karte muss man sehen können. Aber alles steht auch in der Liste. Den Ort können Sie auch aufschreiben.',
      words: 'Viele Menschen schreiben hier. Nicht alle schreiben einfach. Die meisten schreiben Deutsch.',
      simple: 'Noch niemand hat geprüft: Ist die Einfache Sprache gut zu verstehen?',
      signs: 'Es gibt keine Videos in Gebärden-Sprache.',
      people: 'Menschen mit Behinderung haben die Seite noch nicht geprüft.',
    },
    how: {
      title: 'So prüfen wir',
      text: 'Wir prüfen selbst. Ein Programm sieht sich die Seiten an. Es heißt axe. Wir prüfen auch: Geht das Melden nur mit der Tastatur? Geht es auf einem kleinen Handy? Ist alles auch dunkel gut zu lesen?',
      date: (date) => `Das haben wir geschrieben am ${date}.`,
    },
    feedback: {
      title: 'Etwas geht nicht?',
      text: 'Schreiben Sie es hier auf.',
      otherwise: 'Oder so:',
      platform: 'Schreiben Sie uns.',
      subject: 'Barriere im Anliegenmelder',
      notJoined: 'Diese Seite ist von Anliegenwerk. Das Rathaus kann daran nichts ändern.',
    },
    enforcement: {
      title: 'Das hilft nicht?',
      text: 'Vielleicht bekommen Sie keine Antwort. Oder die Antwort hilft nicht. Dann schreiben Sie an diese Stelle. Das kostet nichts:',
      list: 'Solche Stellen in ganz Deutschland',
    },
  },
}
