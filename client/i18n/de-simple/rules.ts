import type { rules as german } from '../de/rules.ts'

export const rules: typeof german = {
  title: 'Regeln',
  lead: 'Bitte lesen Sie das, bevor Sie etwas melden.',
  not: {
    title: 'Das geht hier nicht',
    emergency: 'Jemand ist in Gefahr. Hier liest nicht immer jemand.',
    applications: 'Sie brauchen einen Ausweis oder Wohn-Geld: Gehen Sie dafür in das Rathaus.',
    disputes: 'Sie haben Streit mit den Nachbarn.',
    accusations: 'Sie möchten sich über einen Menschen beschweren. Oder Sie möchten einen Menschen anzeigen.',
    secrets: 'Schreiben Sie nicht: Dieser Mensch ist krank. Schreiben Sie nichts über das Leben von anderen.',
  },
  text: {
    title: 'Ihr Text',
    one: 'Schreiben Sie nur über eine Sache. Schreiben Sie: Wo ist das genau?',
    names: 'Schreiben Sie keine Namen. Schreiben Sie keine Telefon-Nummern. Schreiben Sie keine Auto-Kennzeichen.',
    tone: 'Schreiben Sie freundlich. Schimpfen Sie nicht. Solche Texte zeigen wir nicht.',
  },
  photos: {
    title: 'Ihre Fotos',
    matter: 'Man soll sehen: Was ist kaputt? Man soll auch sehen: Wo ist das?',
    people: 'Man soll keine Gesichter sehen. Man soll keine Auto-Kennzeichen sehen. Man soll nicht in Wohnungen sehen.',
    own: 'Das Foto haben Sie selbst gemacht.',
    danger: 'Passen Sie auf sich auf. Ein Foto ist nicht so wichtig.',
  },
  checked: 'Manche Texte passen nicht zu den Regeln. Das Amt kann diese Texte ausblenden.',
}
