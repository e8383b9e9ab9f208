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
    limits:
      'So that nobody floods these pages, we count how much comes from one connection. We do not store your IP address for this, only a checksum of it under a key that changes daily. It is deleted after a few days.',
  },
}
