/** The page for somebody outside who works on one report by a link: a partner, or a town hall that has not joined. */
export const outside = {
  title: (number: number) => `Anliegen #${number}`,
  orderFor: (partner: string, number: number) => `Auftrag für ${partner} zu Anliegen #${number}`,
  reportFor: (town: string, number: number) => `Anliegen #${number} für: ${town}`,
  partnerLead: (town: string) =>
    `${town} hat Ihnen dieses Anliegen gegeben und bleibt zuständig. Ihre Rückmeldung geht dorthin.`,
  townHallLead: (town: string) =>
    `Jemand hat dieses Anliegen über Anliegenwerk gemeldet. Zuständig: ${town}. Sie brauchen kein Konto.`,
  linkEnds: (date: string) => `Dieser Link gilt bis ${date}, nur für dieses Anliegen.`,

  report: 'Worum es geht',
  description: 'Meldung',
  received: 'Gemeldet',
  instruction: 'Auftrag an Sie',
  place: 'Ort',
  address: 'Adresse',
  coordinates: 'Koordinaten',
  openMap: 'In Karten-App öffnen',
  noPlace: 'Zu diesem Anliegen gibt es keinen Punkt auf der Karte.',
  history: 'Was bisher geschah',
  actions: 'Was Sie tun können',

  acknowledge: 'Wir kümmern uns',
  acknowledgeHint: 'Ein Klick genügt. Die meldende Person sieht, dass sich jemand kümmert.',
  acknowledgedOn: (date: string) => `Angenommen am ${date}.`,

  answerTitle: 'Antwort schreiben',
  answer: 'Ihre Antwort',
  answerHint: 'Geht an die meldende Person und steht öffentlich beim Anliegen.',
  answerHidden: 'Geht an die meldende Person. Das Anliegen ist nicht öffentlich.',
  sendAnswer: 'Antwort senden',

  endTitle: 'Abschließen',
  reason: 'Ergebnis',
  choose: 'Bitte wählen',
  done: 'Erledigt',
  declined: 'Ohne Maßnahme',
  result: 'Abschließende Antwort',
  end: 'Abschließen',

  handOverTitle: 'Wir sind nicht zuständig',
  ownerKind: 'Wer ist zuständig?',
  owner: 'Name der Stelle',
  ownerHint: 'So, wie er öffentlich stehen soll',
  explanation: 'Antwort an die meldende Person',
  handOver: 'Als nicht zuständig abschließen',

  returnTitle: 'Zurückmelden',
  returnLead: (town: string) => `Damit endet Ihr Auftrag. Abschließen wird das Anliegen: ${town}.`,
  outcome: 'Wie ist der Stand?',
  outcomes: {
    partner_done: 'Erledigt',
    partner_not_ours: 'Nicht unsere Aufgabe',
  },
  note: 'Ihre Nachricht',
  noteHint: (town: string) => `Liest nur: ${town}.`,
  return: 'Zurückmelden',

  /** What was left out, by field. */
  missing: {
    answer: 'Schreiben Sie eine Antwort.',
    reason: 'Wählen Sie ein Ergebnis.',
    result: 'Schreiben Sie eine abschließende Antwort.',
    ownerKind: 'Wählen Sie, wer zuständig ist.',
    owner: 'Nennen Sie die zuständige Stelle.',
    explanation: 'Schreiben Sie, wie es weitergeht.',
    outcome: 'Wählen Sie, wie der Stand ist.',
    note: 'Schreiben Sie kurz, was Sie getan haben oder warum es nicht Ihre Aufgabe ist.',
  },

  stale: 'Inzwischen ist etwas geschehen',
  staleText: 'Ihr Text ist noch da. Bitte prüfen Sie, ob er noch passt, und senden Sie dann noch einmal.',
  staleInternal: 'Die Verwaltung hat das Anliegen bearbeitet.',

  /** Said once after a step, by the noun of its address. */
  said: {
    annahme: 'Danke. Die meldende Person sieht jetzt, dass sich jemand kümmert.',
    antwort: 'Ihre Antwort ist gespeichert.',
    abschluss: 'Das Anliegen ist abgeschlossen.',
  },

  closedTitle: 'Hier ist nichts mehr zu tun',
  closedText: 'Das Anliegen ist abgeschlossen. Über diesen Link lässt sich nichts mehr ändern.',

  dead: {
    unknown: {
      title: 'Diesen Link gibt es nicht',
      text: 'Vielleicht fehlt am Ende ein Stück. Öffnen Sie ihn noch einmal aus der E-Mail.',
    },
    revoked: {
      title: 'Dieser Auftrag ist beendet',
      text: 'Das Anliegen liegt nicht mehr bei Ihnen. Sie brauchen nichts weiter zu tun.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Aus Sicherheit gilt er nur 30 Tage. Wir senden Ihnen gern einen neuen, an dasselbe Postfach wie bisher.',
    },
    renewed: {
      title: 'Ein neuer Link ist unterwegs',
      text: 'Sie finden ihn in wenigen Minuten in demselben Postfach wie bisher.',
    },
    tooMany: {
      title: 'Ein neuer Link ist schon unterwegs',
      text: 'Für heute haben wir genug Links gesendet. Bitte sehen Sie in das Postfach oder versuchen Sie es morgen.',
    },
    closed: {
      title: 'Hier ist nichts mehr zu tun',
      text: 'Das Anliegen ist inzwischen abgeschlossen.',
    },
    returned: {
      title: 'Danke für Ihre Rückmeldung',
      text: 'Ihr Auftrag ist damit beendet.',
    },
    handedOver: {
      title: 'Danke, das Anliegen ist abgeschlossen',
      text: 'Die meldende Person erfährt, wer zuständig ist.',
    },
  },
  ask: (town: string) => `Fragen dazu beantwortet: ${town}.`,
  renew: 'Neuen Link anfordern',
}
