import type { openId as source } from '../de/open-id.ts'

export const openId: typeof source = {
  button: (name) => `Sign in with ${name}`,
  of: (town) => `For everybody who works for ${town}.`,
  orPassword: 'Or with a password',
  otherTown: 'Another town',
  choose: {
    title: 'Sign in through your town',
    text: 'Some towns have a sign-in of their own. Then you need no password here.',
    label: 'Your town',
    empty: 'Please choose',
    submit: 'On to the town',
  },
  onward: {
    title: (name) => `On to ${name}`,
    text: 'One moment, it goes on at once.',
    link: 'Continue',
  },
  unknown: {
    title: 'Your account is not set up here yet',
    text: (town) => `Your sign-in at ${town} is right, but there is no access for this account here yet.`,
    next: 'Ask your town’s admin to invite you with your work e-mail address. Then sign in once more in the same way.',
    again: 'To the sign-in',
  },
  signedOut:
    'You are signed out here. Your town’s account may still be open in this browser. On a device that is not yours, sign out there too.',
  account: {
    title: 'Your town’s account',
    lead: 'With this account you sign in without entering a password here.',
    since: (since) => `connected since ${since}`,
    remove: 'Disconnect',
    removeText: 'When you sign in with it again later, it is connected anew.',
    onlyWay: 'It is your only way in. You can disconnect it once you have a password.',
    setPassword: 'Choose a password',
    removed: 'Your town’s account is disconnected. You now sign in with your password.',
  },
}
