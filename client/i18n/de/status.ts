/** The axis "status", as everybody reads it. `{partner}` may be a whole phrase such as "den Stadtwerken". */
export const status = {
  label: {
    received: 'Eingegangen',
    in_progress: 'In Bearbeitung',
    scheduled: 'Eingeplant',
    question: 'Rückfrage',
    with_partner: 'Bei einer anderen Stelle',
    done: 'Erledigt',
    declined: 'Abgeschlossen ohne Maßnahme',
    handed_over: 'Abgegeben',
  },
  short: {
    received: 'Neu',
    in_progress: 'In Arbeit',
    scheduled: 'Eingeplant',
    question: 'Rückfrage',
    with_partner: 'Andere Stelle',
    done: 'Erledigt',
    declined: 'Ohne Maßnahme',
    handed_over: 'Abgegeben',
  },
  scheduledFor: (date: string) => `Eingeplant für ${date}`,
  withPartner: (partner: string) => `Bei ${partner}`,
  handedOverTo: (partner: string) => `Abgegeben an ${partner}`,
  sentence: {
    /** The town has not joined: nothing is promised in its name. */
    forwarded: (town: string) => `Wir haben Ihr Anliegen per E-Mail weitergeleitet an: ${town}.`,
    received: (atTown: string) => `Ihr Anliegen ist ${atTown} angekommen und wird geprüft.`,
    in_progress: (department: string) => `${department} kümmert sich darum.`,
    scheduled: (date: string) => `Die Arbeit ist geplant für ${date}.`,
    question: 'Wir brauchen noch eine Angabe von Ihnen.',
    with_partner: (partner: string) => `Wir haben das Anliegen an ${partner} gegeben und bleiben Ihr Ansprechpartner.`,
    done: 'Die Arbeit ist getan.',
    declined: 'Wir haben das Anliegen geprüft und unternehmen nichts.',
    handed_over: (partner: string) => `Um das Anliegen kümmert sich jetzt: ${partner}.`,
  },
  /** Steps of the history that are no status of their own. */
  step: {
    answered: 'Antwort',
    asked: 'Rückfrage an Sie',
    question_answered: 'Ihre Antwort',
    question_expired: 'Frist für die Antwort abgelaufen',
    partner_acknowledged: (partner: string) => `${partner} kümmert sich darum`,
    partner_returned: 'Zurück in Bearbeitung',
    withdrawn: 'Zurückgezogen',
    reopened: 'Wieder in Bearbeitung',
  },
}
