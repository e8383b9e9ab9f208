import type { chatbot as german } from '../de/chatbot.ts'

export const chatbot: typeof german = {
  danger: 'Sind Menschen in Gefahr? Dann rufen Sie zuerst 112 oder 110 an.',
  named: (name, key) => `${name} (${key})`,
  responsible: (name) => `zuständig: ${name}`,
  noTown: 'Wir finden keinen Ort mit diesem Namen.',
  noCategory: 'Wir finden kein passendes Thema. Nehmen Sie „Sonstiges“.',
  answers: (town) => `Für diesen Ort ist zuständig: ${town}.`,
  county: (county, town) => `Der Ort liegt in ${town}. Zuständig ist: ${county}.`,
  outside: 'Diesen Ort kennen wir nicht.',
  border: (town, metres) => `Bis zur Grenze von ${town} sind es ${metres} Meter.`,
  elsewhere: (town, key) => `Zuständig ist: ${town} (${key}).`,
  noSimilar: 'Hier ist dazu noch nichts gemeldet.',
  similar: (number, category, status, metres) => `#${number} ${category}. ${status}. ${metres} Meter entfernt.`,
  status: (number, category, status) => `#${number} ${category}: ${status}.`,
  prepared:
    'Ihr Anliegen ist vorbereitet. Es ist noch nicht gesendet. Öffnen Sie diesen Link. Prüfen Sie alles. Dann senden Sie ab:',
  later: (minutes) => `Das waren sehr viele Anfragen. Bitte warten Sie ${minutes} Minuten.`,
}
