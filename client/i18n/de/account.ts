/** The staff's own access: signing in, second factor, sessions, links by mail; and the admin's page of people. */
export const account = {
  title: 'Ihr Zugang',
  link: 'Ihr Zugang',
  back: 'Ihr Zugang',
  busy: 'Einen Moment …',

  signIn: {
    forgotten: 'Passwort vergessen',
    show: 'Passwort zeigen',
    tooMany: (minutes: number) =>
      `Das waren viele Versuche. Bitte warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}. Danach geht es wieder.`,
    passwordKept: 'Ihr Passwort ist gespeichert. Melden Sie sich jetzt damit an.',
    again: 'Die zehn Minuten für den Code sind um. Bitte melden Sie sich noch einmal an.',
    codeTitle: 'Code eingeben',
    codeLead: 'Öffnen Sie Ihre App für Einmal-Codes und geben Sie den Code für Anliegenwerk ein.',
    code: 'Code',
    codeHint: 'Sechs Ziffern aus der App, oder einer Ihrer Wiederherstellungs-Codes.',
    codeSubmit: 'Weiter',
    noPhone: 'Kein Telefon zur Hand?',
    noPhoneText:
      'Nehmen Sie einen Wiederherstellungs-Code. Haben Sie keinen mehr, setzt die Verwaltung Ihrer Kommune den zweiten Faktor zurück.',
    startOver: 'Noch einmal von vorn',
  },

  reset: {
    title: 'Passwort vergessen',
    lead: 'Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.',
    submit: 'Link schicken',
    sentTitle: 'Sehen Sie in Ihr Postfach',
    sent: 'Gibt es zu dieser Adresse einen Zugang, kommt gleich eine E-Mail mit einem Link. Er gilt 60 Minuten und einmal.',
    notThere: 'Nichts gekommen? Sehen Sie im Spam-Ordner nach, oder fragen Sie die Verwaltung Ihrer Kommune.',
    toSignIn: 'Zur Anmeldung',
    newTitle: 'Neues Passwort',
    newLead: (email: string) => `Für ${email}. Danach sind Sie überall abgemeldet.`,
    newSubmit: 'Passwort speichern',
    invitationTitle: (name: string) => `Willkommen, ${name}`,
    invitationLead: (email: string) => `Ihr Zugang ist ${email}. Wählen Sie ein Passwort, dann können Sie anfangen.`,
    invitationSubmit: 'Passwort speichern',
    overTitle: 'Dieser Link gilt nicht mehr',
    over: 'Er wurde schon benutzt, oder seine Zeit ist um. So kommen Sie weiter:',
    overAgain: 'Neuen Link schicken lassen',
    overInvitation: 'Bei einer Einladung: Bitten Sie die Person, die Sie eingeladen hat, um eine neue.',
  },

  password: {
    title: 'Passwort',
    current: 'Jetziges Passwort',
    new: 'Neues Passwort',
    hint: 'Mindestens 12 Zeichen, besser 15 oder mehr. Gut sind einige Wörter hintereinander, auch mit Leerzeichen.',
    submit: 'Passwort ändern',
    kept: 'Ihr neues Passwort gilt. Alle anderen Geräte sind abgemeldet.',
    none: 'Sie melden sich ohne Passwort an.',
  },

  factor: {
    title: 'Zweiter Faktor',
    lead: 'Beim Anmelden geben Sie nach dem Passwort noch einen Code ein, den eine App auf Ihrem Telefon zeigt. Wer nur Ihr Passwort kennt, kommt dann nicht hinein.',
    off: 'Noch nicht eingerichtet.',
    on: (since: string) => `Eingerichtet seit ${since}.`,
    begin: 'Zweiten Faktor einrichten',
    required: (town: string) =>
      `${town} verlangt einen zweiten Faktor. Richten Sie ihn jetzt ein, es dauert zwei Minuten.`,
    needed:
      'Sie brauchen eine App für Einmal-Codes (TOTP), zum Beispiel die, die Ihre Kommune empfiehlt. Viele Passwort-Programme können es auch.',
    stepScan: 'Code mit der App einlesen',
    stepScanText: 'Öffnen Sie die App, wählen Sie „Konto hinzufügen“ und halten Sie die Kamera auf dieses Bild.',
    qr: 'QR-Code für die App',
    secret: 'Ohne Kamera: Diesen Schlüssel in der App eingeben',
    stepCode: 'Code aus der App eingeben',
    code: 'Code aus der App',
    codeHint: 'Sechs Ziffern.',
    confirm: 'Einschalten',
    fresh: 'Neuen Schlüssel erzeugen',
    removed: 'Der zweite Faktor ist entfernt.',
    changed: 'Das war schon erledigt. Hier sehen Sie den Stand.',
    removeTitle: 'Zweiten Faktor entfernen',
    removeText: 'Danach genügt das Passwort. Die Wiederherstellungs-Codes gelten dann nicht mehr.',
    removeCode: 'Code aus der App oder Wiederherstellungs-Code',
    remove: 'Zweiten Faktor entfernen',
    stays: 'Ihre Kommune verlangt ihn. Für ein neues Telefon setzt die Verwaltung ihn zurück.',
  },

  recovery: {
    title: 'Ihre Wiederherstellungs-Codes',
    lead: 'Ist das Telefon weg, kommen Sie mit einem dieser Codes hinein. Jeder gilt einmal. Wir zeigen sie nur jetzt: Drucken Sie sie aus oder legen Sie sie in Ihr Passwort-Programm.',
    print: 'Drucken',
    next: 'Ich habe sie aufbewahrt',
    section: 'Wiederherstellungs-Codes',
    left: (count: number) =>
      count === 0
        ? 'Kein Code ist mehr übrig. Holen Sie sich jetzt neue.'
        : `Noch ${count === 1 ? 'ein Code ist' : `${count} Codes sind`} übrig.`,
    used: (count: number) =>
      `Sie sind mit einem Wiederherstellungs-Code hereingekommen. ${
        count === 0 ? 'Es ist keiner mehr übrig.' : `Übrig: ${count}.`
      } Ist das Telefon weg, richten Sie den zweiten Faktor neu ein.`,
    renewText: 'Neue Codes machen die alten ungültig.',
    password: 'Ihr Passwort',
    renew: 'Neue Codes zeigen',
  },

  sessions: {
    title: 'Hier sind Sie angemeldet',
    lead: 'Kennen Sie ein Gerät nicht, beenden Sie die Anmeldung und ändern Sie Ihr Passwort.',
    unknown: 'Unbekanntes Gerät',
    this: 'dieses Gerät',
    line: (since: string, seen: string) => `angemeldet ${since}, zuletzt benutzt ${seen}`,
    end: 'Beenden',
    endOthers: 'Alle anderen beenden',
    ended: 'Die Anmeldung ist beendet.',
    othersEnded: 'Alle anderen Anmeldungen sind beendet.',
    howLong: 'Ohne Ihr Zutun endet eine Anmeldung nach vier Stunden ohne Benutzung, spätestens nach zwölf Stunden.',
  },

  people: {
    title: 'Personen',
    navigation: 'Personen',
    lead: 'Wer für die Kommune arbeitet und was sie oder er darf.',
    invite: 'Person einladen',
    name: 'Name',
    email: 'Dienstliche E-Mail-Adresse',
    role: 'Rolle',
    roles: {
      clerk: 'Sachbearbeitung',
      dispatcher: 'Leitstelle',
      admin: 'Verwaltung der Kommune',
      operator: 'Betrieb',
    } as Record<string, string>,
    roleHints: {
      clerk: 'Bearbeitet die Anliegen der gewählten Fachbereiche.',
      dispatcher: 'Sieht alle Anliegen und verteilt sie.',
      admin: 'Dazu Einstellungen, Personen und Standards.',
    },
    clerkIn: (departments: string) => `Sachbearbeitung: ${departments}`,
    departments: 'Fachbereiche',
    departmentsHint: 'Nur für die Sachbearbeitung.',
    factor: 'Zweiter Faktor',
    yes: 'ja',
    no: 'nein',
    seen: 'Zuletzt da',
    never: 'nicht in letzter Zeit',
    state: 'Zugang',
    states: { active: 'aktiv', invited: 'eingeladen', disabled: 'gesperrt' },
    open: 'Ändern',
    count: (n: number) => (n === 1 ? 'Eine Person' : `${n} Personen`),
    inviteLead:
      'Die Person bekommt eine E-Mail mit einem Link und wählt ihr Passwort selbst. Der Link gilt sieben Tage.',
    send: 'Einladung schicken',
    invited: 'Die Einladung ist unterwegs.',
    rolesTitle: 'Aufgabe',
    rolesSave: 'Rolle speichern',
    saved: 'Gespeichert. Es gilt ab dem nächsten Klick der Person.',
    accessTitle: 'Zugang',
    again: 'Einladung noch einmal schicken',
    againText: 'Die Einladung ist noch offen. Der neue Link gilt sieben Tage.',
    end: 'Überall abmelden',
    endText: 'Beendet alle Anmeldungen, zum Beispiel wenn ein Gerät weg ist.',
    ended: 'Die Person ist überall abgemeldet.',
    disable: 'Zugang sperren',
    disableText: 'Die Person kommt sofort nicht mehr hinein. Was sie bearbeitet hat, bleibt.',
    disabled: 'Der Zugang ist gesperrt.',
    remove: 'Aus der Kommune nehmen',
    removeText: 'Die Person arbeitet auch anderswo. Ihr Zugang bleibt, aber nicht zu dieser Kommune.',
    removed: 'Die Person gehört nicht mehr zur Kommune.',
    enable: 'Zugang wieder öffnen',
    enabled: 'Der Zugang ist wieder offen.',
    factorReset: 'Zweiten Faktor zurücksetzen',
    factorText: 'Nur wenn Telefon und Wiederherstellungs-Codes weg sind.',
    factorElsewhere:
      'Die Person arbeitet auch anderswo. Den zweiten Faktor setzt deshalb der Betrieb der Plattform zurück.',
    factorTitle: (name: string) => `Zweiten Faktor von ${name} zurücksetzen`,
    factorWarn:
      'Wer fremde Zugänge will, ruft an und gibt sich als jemand anderes aus. Machen Sie sich sicher, dass wirklich diese Person fragt.',
    factorHow: 'Wie haben Sie es geprüft?',
    hows: {
      in_person: 'Die Person steht vor mir.',
      called_back: 'Ich habe unter der Nummer zurückgerufen, die im Haus bekannt ist.',
      superior: 'Ihre Leitung hat es mir bestätigt.',
    },
    factorAfter: 'Danach ist sie überall abgemeldet und bekommt eine E-Mail darüber.',
    factorDone: 'Der zweite Faktor ist zurückgesetzt.',
    back: 'Personen',
    inviteAdmin: 'Verwaltung einladen',
    inviteAdminLead: 'Für die erste Person einer Kommune. Sie lädt dann alle anderen ein.',
  },

  mail: {
    greeting: (name: string) => `Guten Tag ${name},`,
    closing: 'Freundliche Grüße',
    reset: {
      subject: 'Neues Passwort wählen',
      text: 'Sie möchten ein neues Passwort wählen. Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
      link: 'Neues Passwort wählen:',
      note: 'Der Link gilt 60 Minuten und einmal. Geben Sie ihn nicht weiter.',
    },
    invitation: {
      subject: 'Ihr Zugang zu Anliegenwerk',
      text: (town: string, by: string | undefined) =>
        `${by ?? 'Der Betrieb der Plattform'} hat Sie eingeladen, Anliegen für ${town} zu bearbeiten. Wählen Sie ein Passwort, dann können Sie anfangen.`,
      link: 'Passwort wählen:',
      note: 'Der Link gilt sieben Tage und einmal. Geben Sie ihn nicht weiter.',
    },
    also: {
      subject: 'Sie arbeiten jetzt auch für eine weitere Kommune',
      text: (town: string, by: string | undefined) =>
        `${by ?? 'Der Betrieb der Plattform'} hat Sie zu ${town} hinzugefügt. Melden Sie sich an wie bisher.`,
      link: 'Zur Anmeldung:',
    },
    password: {
      subject: 'Ihr Passwort wurde geändert',
      text: (when: string) =>
        `Ihr Passwort wurde geändert (${when}). Waren Sie es nicht? Dann wählen Sie gleich ein neues und sagen Sie der Verwaltung Ihrer Kommune Bescheid.`,
      link: 'Neues Passwort wählen:',
    },
    factor: {
      subject: 'Ihr zweiter Faktor wurde zurückgesetzt',
      text: (when: string) =>
        `Die Verwaltung Ihrer Kommune hat Ihren zweiten Faktor zurückgesetzt (${when}). Waren Sie es nicht, der darum gebeten hat? Dann sagen Sie dort gleich Bescheid.`,
      link: 'Anmelden und neu einrichten:',
    },
  },
}
