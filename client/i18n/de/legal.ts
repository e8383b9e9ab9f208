/** Imprint, accessibility statement, and what all law pages share. */
import type { TownInWords } from '../town-words.ts'

export const legal = {
  /** "Datenschutz der Stadt" */
  ownPage: (page: string, genitive: string) => `${page} ${genitive}`,
  ownPages: 'Auf der eigenen Website',
  preview: 'Diese Seite ist eine Vorschau. Die Angaben sind noch nicht verbindlich.',
  address: 'Anschrift',
  website: 'Website',

  imprint: {
    provider: 'Anbieter',
    member: (of: string) =>
      `Diese Seiten sind ein Angebot ${of}. Anliegenwerk, die gemeinsame Plattform, betreibt sie.`,
    notJoined: (name: string) =>
      `Anbieter dieser Seite ist der Betreiber der Plattform Anliegenwerk. ${name} hat sie nicht beauftragt und ist nicht für sie verantwortlich.`,
    sources: 'Karte',
    operator:
      'Anliegenwerk ist eine gemeinsame Plattform vieler Kommunen. Für das Angebot einer Kommune ist sie selbst verantwortlich; ihr Impressum steht auf ihren Seiten.',
    operatorName: 'Betreiber',
    operatorUnknown: 'Der Betreiber hat sich noch nicht eingetragen. Zum Ausprobieren genügt das.',
  },

  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    leadPlatform: 'Sie gilt für die gemeinsamen Seiten der Plattform: Start, Verzeichnis und Anmeldung.',
    lead: ({ forms }: TownInWords) => `Sie gilt für den Anliegenmelder ${forms.in}.`,
    standard: {
      title: 'Wie weit wir sind',
      text: 'Maßstab sind die BITV 2.0 und die Norm EN 301 549. Unser Ziel ist darüber hinaus WCAG 2.2, Stufe AA. Die Seiten erfüllen das teilweise.',
    },
    limits: {
      title: 'Was noch fehlt',
      map: 'Die Karte ist nur zu sehen. Was sie zeigt, steht auch in der Liste daneben, und einen Ort können Sie in Worten angeben.',
      words:
        'Was Menschen melden und Beschäftigte antworten, steht da, wie sie es geschrieben haben: selten in Einfacher Sprache und meist nur auf Deutsch.',
      simple: 'Die Einfache Sprache haben noch keine Leserinnen und Leser geprüft.',
      signs: 'Videos in Gebärdensprache gibt es nicht.',
      people: 'Eine Prüfung durch Fachleute und durch Menschen mit Behinderungen steht aus.',
    },
    how: {
      title: 'Wie wir prüfen',
      text: 'Selbst, nicht durch Dritte: Das Prüfprogramm axe läuft über jede Art von Seite. Dazu Melden allein mit der Tastatur, 320 Pixel Breite, dunkle Darstellung und hoher Kontrast.',
      date: (date: string) => `Diese Erklärung ist vom ${date}.`,
    },
    feedback: {
      title: 'Eine Barriere melden',
      text: 'Etwas geht nicht, oder Sie brauchen einen Inhalt in anderer Form? Schreiben Sie es hier auf.',
      otherwise: 'Oder so:',
      platform: 'Etwas geht nicht, oder Sie brauchen einen Inhalt in anderer Form? Schreiben Sie uns.',
      subject: 'Barriere im Anliegenmelder',
      notJoined: 'Für diese Seite ist der Betreiber der Plattform zuständig, nicht das Rathaus.',
    },
    enforcement: {
      title: 'Wenn das nicht hilft',
      text: 'Bekommen Sie keine Antwort, oder hilft sie nicht? Dann können Sie sich kostenlos an diese Stelle wenden:',
      list: 'Durchsetzungsstellen aller Länder',
    },
  },
}
