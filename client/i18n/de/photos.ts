/** Photos: the field in the form, what is wrong with a file, and what stands beside a picture. */
type ForeignKind = 'video' | 'heic' | 'gif' | 'pdf' | 'other'

const choose = 'Bitte wählen Sie ein Foto (JPG, PNG, WebP).'
const wrongKind: Record<ForeignKind, (file: string) => string> = {
  video: (file) => `„${file}“ ist ein Video. ${choose}`,
  heic: (file) => `„${file}“ ist ein HEIC-Bild. Dieses Format können wir nicht lesen. ${choose}`,
  gif: (file) => `„${file}“ ist ein GIF. ${choose}`,
  pdf: (file) => `„${file}“ ist ein PDF. ${choose}`,
  other: (file) => `„${file}“ ist kein Foto. ${choose}`,
}

export const photos = {
  label: 'Fotos',
  upTo: 'freiwillig, bis zu 5',
  hint: 'Aufnahmeort und Kameradaten entfernen wir auf Ihrem Gerät.',
  /** Where no script does it there. */
  hintServer: 'JPG, PNG oder WebP, je bis 10 MB. Aufnahmeort und Kameradaten entfernen wir.',
  add: 'Foto',
  addAnother: 'Weiteres Foto',
  remove: 'Entfernen',
  removeNamed: (n: number) => `Foto ${n} entfernen`,
  photo: (n: number) => `Foto ${n}`,
  shrinking: 'Wird verkleinert',
  sending: 'Wird gesendet',
  ready: 'Bereit',
  again: 'Noch einmal',
  interrupted: 'Die Verbindung war unterbrochen.',
  placeTaken: 'Ort aus dem Foto übernommen',
  /** For screen readers, when something changes. */
  said: {
    ready: (n: number) => `Foto ${n} ist hochgeladen.`,
    failed: (n: number, why: string) => `Foto ${n}: ${why}`,
    removed: (n: number) => `Foto ${n} entfernt.`,
  },
  refused: {
    photo_wrong_kind: wrongKind,
    photo_broken: (file: string) => `„${file}“ ist beschädigt. Bitte nehmen Sie ein anderes Foto.`,
    photo_too_large: (file: string) => `„${file}“ ist größer als 10 MB. Bitte wählen Sie ein kleineres Foto.`,
    photo_too_many_pixels: (file: string) =>
      `„${file}“ hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern Sie das Foto.`,
    photos_town_full: (file: string) =>
      `Heute sind hier schon sehr viele Fotos angekommen, darum geht „${file}“ nicht mehr. Senden Sie Ihr Anliegen ohne Foto.`,
    photos_too_many: (file: string) => `„${file}“ ist zu viel: Es gehen höchstens 5 Fotos.`,
  },

  /** Beside a picture. */
  alt: (category: string) => `${category}, Foto aus der Meldung`,
  altResult: (category: string) => `${category}, Foto vom Ergebnis`,
  ofReporter: 'Foto der meldenden Person',
  ofTown: (town: string) => `Foto: ${town}`,
  before: 'Vorher',
  after: 'Nachher',
  title: 'Fotos',
  open: 'In voller Größe öffnen',

  /** The reporter's own page. */
  yours: 'Ihre Fotos',
  state: {
    waiting: 'Noch nicht öffentlich',
    shown: 'Öffentlich',
    hidden: 'Nicht öffentlich',
  },
  addMore: 'Foto ergänzen',
  send: 'Foto senden',
  added: 'Danke, Ihr Foto ist da.',

  /** Staff. */
  result: 'Foto vom Ergebnis',
  resultHint: 'Freiwillig. Ist sofort öffentlich, wenn das Anliegen es ist.',
  addResultTo: 'Foto vom Ergebnis hinzufügen',
  addResult: 'Foto hinzufügen',
  publish: 'Veröffentlichen',
  hide: 'Verbergen',
}
