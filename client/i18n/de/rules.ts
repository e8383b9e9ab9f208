/** What this channel is for and what not, and how to write and photograph. */
export const rules = {
  title: 'Regeln und Hinweise',
  lead: 'Damit Ihr Anliegen ankommt und niemandem schadet.',
  not: {
    title: 'Wofür dieser Weg nicht da ist',
    emergency: 'Notfälle und Gefahr. Hier liest niemand rund um die Uhr.',
    applications: 'Persönliche Anträge, etwa Ausweis, Wohngeld oder Ummelden: Das macht das Rathaus auf anderem Weg.',
    disputes: 'Streit unter Nachbarn und private Forderungen.',
    accusations: 'Vorwürfe gegen einzelne Menschen, Anzeigen und Beschwerden über Beschäftigte.',
    secrets: 'Angaben über die Gesundheit oder das Privatleben von Menschen.',
  },
  text: {
    title: 'Was Sie schreiben',
    one: 'Eine Sache je Anliegen, und wo genau sie ist.',
    names: 'Keine Namen, Telefonnummern und Kennzeichen.',
    tone: 'Sachlich. Beleidigungen, Drohungen und Werbung werden nicht veröffentlicht.',
  },
  photos: {
    title: 'Was auf Fotos gehört',
    matter: 'Die Sache, um die es geht, und etwas von der Umgebung.',
    people: 'Keine Gesichter, Kennzeichen, Klingelschilder und Blicke in Wohnungen.',
    own: 'Nur Fotos, die Sie selbst gemacht haben.',
    danger: 'Bringen Sie sich für ein Foto nicht in Gefahr.',
  },
  checked: 'Beschäftigte können Texte ausblenden, die gegen diese Regeln verstoßen.',
}
