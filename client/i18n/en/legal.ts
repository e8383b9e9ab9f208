import type { legal as german } from '../de/legal.ts'

export const legal: typeof german = {
  ownPage: (page, genitive) => `${page} page ${genitive}`,
  ownPages: 'On its own website',
  preview: 'This page is a preview. What it says is not binding yet.',
  address: 'Address',
  website: 'Website',

  imprint: {
    provider: 'Provider',
    member: () => 'The body named here provides these pages. Anliegenwerk, the shared platform, runs them.',
    notJoined: (name) =>
      `This page is provided by the operator of the platform Anliegenwerk. ${name} has not commissioned it and is not responsible for it.`,
    sources: 'Map',
    operator:
      'Anliegenwerk is a platform shared by many towns. Each town is responsible for its own pages; its imprint is there.',
    operatorName: 'Operator',
    operatorUnknown: 'The operator has not given a name yet. For a trial that is enough.',
  },

  accessibility: {
    title: 'Accessibility statement',
    leadPlatform: 'It covers the shared pages of the platform: start, register and sign-in.',
    lead: ({ name }) => `It covers the reporting pages for ${name}.`,
    standard: {
      title: 'How far we are',
      text: 'The measure is BITV 2.0 and the standard EN 301 549. Beyond them we aim at WCAG 2.2, level AA. These pages conform partially.',
    },
    limits: {
      title: 'What is still missing',
      map: 'The map can only be seen. What it shows is in the list beside it, too, and you can give a place in words.',
      words:
        'What people report and staff answer stands as they wrote it: rarely in easy language and mostly in German only.',
      simple: 'The German easy language has not been checked by its readers yet.',
      signs: 'There are no sign language videos.',
      people: 'An examination by experts and by people with disabilities is still to come.',
    },
    how: {
      title: 'How we check',
      text: 'Ourselves, not by third parties: the program axe runs over every kind of page. Besides, reporting by keyboard alone, 320 pixels wide, dark mode and high contrast.',
      date: (date) => `This statement is dated ${date}.`,
    },
    feedback: {
      title: 'Report a barrier',
      text: 'Something does not work, or you need content in another form? Write it here.',
      otherwise: 'Or this way:',
      platform: 'Something does not work, or you need content in another form? Write to us.',
      subject: 'Barrier in the reporting pages',
      notJoined: 'For this page the operator of the platform is responsible, not the town hall.',
    },
    enforcement: {
      title: 'If that does not help',
      text: 'No answer, or one that does not help? Then you can turn to this body free of charge:',
      list: 'Enforcement bodies of all Länder (in German)',
    },
  },
}
