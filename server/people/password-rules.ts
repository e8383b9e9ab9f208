/** What a password must be: long, and not what everybody tries first. Nothing about its signs (ASVS 6.2). */
import { z } from 'zod'
import { invalid } from '../errors.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 256

/** Bounded before anything is counted or hashed; the rules have their own words. */
export const PasswordInput = z.string().max(LONGEST_PASSWORD)

const PRODUCT = 'Anliegenwerk'
/** Alone, or with digits and signs around: what people in offices add a year to. */
const WORN_WORDS = new Set(
  `passwort password kennwort kennword geheim geheimnis hallo willkommen welcome sommer summer winter frühling fruehling
  herbst montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz maerz april mai juni juli
  august september oktober november dezember weihnachten ostern urlaub rathaus stadt gemeinde kreis verwaltung
  bürgermeister buergermeister bauhof ordnungsamt fussball fußball schalke bayern borussia deutschland schatz liebe
  ichliebedich iloveyou qwertz qwerty asdfgh yxcvbn letmein dragon master monkey football baseball superman batman
  princess sunshine starwars computer internet administrator admin benutzer changeme anmelden zugang test testtest`
    .trim()
    .split(/\s+/),
)
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '1234567890', 'qwertzuiopüasdfghjklöäyxcvbnm', 'qwertyuiopasdfghjklzxcvbnm']
const LADDERS = ROWS.flatMap((row) => [row.repeat(3), [...row].reverse().join('').repeat(3)])
const FEWEST_SIGNS = 5
/** Shorter parts of a name stand in many good passwords by chance. */
const SHORTEST_NAME = 4

export type About = { email: string; name: string; towns: readonly string[] }
export type PasswordFault = 'password_short' | 'password_long' | 'password_common' | 'password_personal'

/** @param about the person, whose own names are guessed first */
export function passwordFault(password: string, about: About): PasswordFault | null {
  const plain = password.normalize('NFKC').toLowerCase()
  const { length } = [...plain]
  if (length < SHORTEST_PASSWORD) return 'password_short'
  if (password.length > LONGEST_PASSWORD) return 'password_long'
  if (isCommon(plain)) return 'password_common'
  return namesOf(about).some((name) => plain.includes(name)) ? 'password_personal' : null
}

/** @throws invalid, with the fault at the field `password` */
export function requireGoodPassword(password: string, about: About): void {
  const fault = passwordFault(password, about)
  if (fault) throw invalid([{ pointer: '/password', reason: fault }])
}

function isCommon(plain: string): boolean {
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < FEWEST_SIGNS) return true
  if (LADDERS.some((ladder) => ladder.includes(plain))) return true
  const letters = plain.replaceAll(/[^\p{L}]/gu, '')
  return WORN_WORDS.has(unitOf(letters))
}

/** `passwortpasswort` is `passwort`. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, at > 0 ? at : text.length)
}

function namesOf({ email, name, towns }: About): string[] {
  const whole = [email, email.split('@')[0]!, ...towns, PRODUCT]
  const parts = [email.split('@')[0]!, name].flatMap((text) => text.split(/[^\p{L}\d]+/u))
  return [...whole, ...parts].map((one) => one.toLowerCase()).filter((one) => [...one].length >= SHORTEST_NAME)
}
