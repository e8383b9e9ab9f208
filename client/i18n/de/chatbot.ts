/** Sentences that chatbots pass on. */
export const chatbot = {
  danger: 'Gefahr für Menschen? Rufen Sie zuerst 112 oder 110 an.',
  /** A thing and what programs call it. */
  named: (name: string, key: string) => `${name} (${key})`,
  responsible: (name: string) => `zuständig: ${name}`,
  noTown: 'Dazu finden wir keine Kommune.',
  noCategory: 'Dazu finden wir keine Kategorie. „Sonstiges“ passt immer, wo es das gibt.',
  answers: (town: string) => `Für diesen Ort ist zuständig: ${town}.`,
  county: (county: string, town: string) => `Der Ort liegt in ${town}, für das Anliegen ist zuständig: ${county}.`,
  outside: 'Dieser Ort liegt in keiner Kommune, die wir kennen.',
  border: (town: string, metres: number) => `Die Grenze zu ${town} ist ${metres} Meter entfernt.`,
  elsewhere: (town: string, key: string) => `Zuständig ist: ${town} (${key}).`,
  noSimilar: 'In der Nähe ist dazu noch nichts gemeldet.',
  similar: (number: number, category: string, status: string, metres: number) =>
    `#${number} ${category}, ${status}, ${metres} Meter entfernt.`,
  status: (number: number, category: string, status: string) => `#${number} ${category}: ${status}.`,
  prepared:
    'Ihr Anliegen ist vorbereitet, aber noch nicht gesendet. Bitte öffnen Sie diesen Link, prüfen Sie und senden Sie ab:',
  later: (minutes: number) =>
    `Das waren sehr viele Anfragen. Bitte versuchen Sie es in ${minutes} Minuten noch einmal.`,
}
