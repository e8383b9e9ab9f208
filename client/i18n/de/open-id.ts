/** Sign-in with the town's own accounts. */
export const openId = {
  button: (name: string) => `Mit ${name} anmelden`,
  of: (town: string) => `Für alle, die für ${town} arbeiten.`,
  orPassword: 'Oder mit Passwort',
  otherTown: 'Andere Kommune',
  choose: {
    title: 'Über Ihre Kommune anmelden',
    text: 'Manche Kommunen haben eine eigene Anmeldung. Dann brauchen Sie hier kein Passwort.',
    label: 'Ihre Kommune',
    empty: 'Bitte wählen',
    submit: 'Weiter zur Kommune',
  },
  onward: {
    title: (name: string) => `Weiter zu ${name}`,
    text: 'Einen Moment, es geht gleich weiter.',
    link: 'Weiter',
  },
  unknown: {
    title: 'Ihr Konto ist hier noch nicht eingerichtet',
    text: (town: string) => `Ihre Anmeldung bei ${town} stimmt, aber zu diesem Konto gibt es hier noch keinen Zugang.`,
    next: 'Bitten Sie die Verwaltung Ihrer Kommune, Sie mit Ihrer dienstlichen E-Mail-Adresse einzuladen. Danach melden Sie sich noch einmal genauso an.',
    again: 'Zur Anmeldung',
  },
  signedOut:
    'Sie sind hier abgemeldet. Ihr Konto bei der Kommune kann in diesem Browser noch offen sein. An einem fremden Gerät melden Sie sich auch dort ab.',
  account: {
    title: 'Konto Ihrer Kommune',
    lead: 'Mit diesem Konto melden Sie sich an, ohne hier ein Passwort einzugeben.',
    since: (since: string) => `verbunden seit ${since}`,
    remove: 'Trennen',
    removeText: 'Melden Sie sich später wieder damit an, wird es neu verbunden.',
    onlyWay: 'Es ist Ihr einziger Zugang. Trennen können Sie es, sobald Sie ein Passwort haben.',
    setPassword: 'Passwort wählen',
    removed: 'Das Konto Ihrer Kommune ist getrennt. Sie melden sich jetzt mit Ihrem Passwort an.',
  },
}
