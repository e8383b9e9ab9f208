export const protection = {
  limits: {
    lead: 'A great deal is arriving here at once.',
    again: (when: string) => `It goes on: ${when}.`,
    call: 'Is it urgent? Then call us:',
    draft: 'Your draft is still there, with everything you entered.',
    toDraft: 'To the draft',
    typed: 'This is what you wrote. Copy it, so that it is not lost.',
  },
  privacy: {
    notice:
      'If you report content: what you write, and your e-mail address only if you give it. Only the department in charge sees both.',
    limits:
      'So that nobody floods these pages, we count how much comes from one connection. We do not store your IP address for this, only a checksum of it under a key that changes daily. It is deleted after a few days.',
  },

  notice: {
    link: 'Report content',
    title: 'Report content',
    lead: 'Is the text or a photo not right? Tell us what. A person at the town hall looks at it and decides.',
    back: (number: number) => `To report #${number}`,
    reason: 'What is not right?',
    reasons: {
      personal: 'It shows or names a person',
      insult: 'It is insulting',
      unlawful: 'It breaks a law',
      other: 'Something else',
    },
    text: 'What exactly?',
    textHint: 'For example: “My number plate can be read in the first photo.”',
    email: 'Your e-mail address',
    emailHint: 'Only if you want to hear what was decided.',
    privacy: 'What you write is not public. We delete it six months after the decision.',
    missing: { reason: 'Choose what is not right.', text: 'Say briefly what is not right.' },
    send: 'Send',
    sending: 'Sending …',
    thanks: 'Thank you, it has arrived.',
    thanksAnswer: 'A person at the town hall looks at it. We will write to you what was decided.',
    thanksNoAnswer: 'A person at the town hall looks at it and decides.',
    mail: {
      greeting: 'Hello,',
      receivedSubject: (number: number) => `Your notice about report #${number}`,
      received: (number: number) => `Your notice about the content of report #${number} has arrived.`,
      person: 'A person at the town hall looks at it. We will write to you what was decided.',
      decidedSubject: (number: number) => `Decided: your notice about report #${number}`,
      decided: {
        hidden: (number: number) => `What you complained about in report #${number} is no longer public.`,
        kept: (number: number) => `What you complained about in report #${number} stays public.`,
      },
      disagree: 'A person decided this. If you see it differently, answer this e-mail. You can also go to court.',
      link: 'To the report:',
    },
  },

  desk: {
    flag: 'Complaint',
    title: (n: number) => (n === 1 ? 'Somebody complains about public content' : `${n} complaints`),
    line: (when: string, language?: string) => (language ? `${when}, language: ${language}` : when),
    what: 'Hiding takes away',
    hideable: { text: 'the text', photos: 'the photos', report: 'the whole report' },
    answer: 'Reason',
    answerHint: 'Goes by e-mail to the person who complained.',
    noAddress: 'The person gave no e-mail address. The reason stays with the complaint.',
    hide: 'Hide',
    keep: 'Leave as it is',
  },
}
