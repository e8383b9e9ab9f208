import { describe, expect, it } from 'vitest'
import { passwordFault } from '../../server/people/password-rules.ts'
import { PASSWORD } from '../support/people.ts'

const about = { email: 'eva.niemeier@stadt.example', name: 'Eva Niemeier', towns: ['Bad Beispielstadt'] }
const fault = (password: string) => passwordFault(password, about)

describe('a password', () => {
  it.each([
    PASSWORD,
    'zwölf zeichn',
    'x7Kq2mWb9TreLp',
    'ein Satz mit ganz vielen Wörtern',
    '   vier Wörter   ',
    '839201746355',
  ])('“%s” is taken, whatever signs it has', (password) => expect(fault(password)).toBeNull())

  it('is taken up to 256 signs', () => {
    const long = Array.from({ length: 256 }, (_, n) => 'abcdefghijkmnpqrstuvwxyz'[(n * 7) % 24]).join('')
    expect(fault(long)).toBeNull()
    expect(fault(`${long}x`)).toBe('password_long')
  })

  it.each(['', 'elf zeichen', '🦝🦝🦝🦝🦝🦝'])('“%s” is too short', (password) =>
    expect(fault(password)).toBe('password_short'),
  )

  it.each([
    '1qaz2wsx3edc',
    'Sonnenschein',
    'passwort1234',
    'Passwort2026!!',
    'passwortpasswort',
    'Sommer2026!!!',
    'Bürgermeister1',
    'aaaaaaaaaaaaaaa',
    '121212121212',
    '123456789012',
    'qwertzuiopüasd',
    'zyxwvutsrqpon',
  ])('“%s” is what everybody tries', (password) => expect(fault(password)).toBe('password_common'))

  it.each([
    'eva.niemeier@stadt.example',
    'ich bin Eva Niemeier',
    'NIEMEIER im Rathaus',
    'mein Anliegenwerk-Zugang',
    'wir aus Bad Beispielstadt',
  ])('“%s” is easily guessed of this person', (password) => expect(fault(password)).toBe('password_personal'))
})
