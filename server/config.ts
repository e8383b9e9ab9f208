/** The environment, read once and shaped once. Messages name the variable and the remedy. */
import { z } from 'zod'
import { TOWN_KEY } from '../db/client.ts'
import { type Network, readNetworks } from './visitor.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Of every variable, what it may be. */
export const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('Nennen Sie eine Zahl von 0 bis 65535, zum Beispiel PORT=3000.')
    .int()
    .min(0)
    .max(65_535)
    .default(3000),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'Nennen Sie die volle Adresse, zum Beispiel PUBLIC_URL=https://anliegen.example.',
    })
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: postgresUrl('DATABASE_URL'),
  DATABASE_OWNER_URL: postgresUrl('DATABASE_OWNER_URL'),
  APP_SECRET: z
    .string()
    .min(32, 'Mindestens 32 zufällige Zeichen, zum Beispiel aus: openssl rand -base64 32')
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'Nennen Sie den Mailserver, zum Beispiel SMTP_URL=smtp://mail.example:587.' })
    .optional(),
  MAIL_FROM: z.email('Nennen Sie eine Absenderadresse, zum Beispiel MAIL_FROM=anliegen@kommune.example.').optional(),
  OPERATOR_NAME: z.string().trim().min(1).max(200).optional(),
  OPERATOR_ADDRESS: z.string().trim().min(1).max(400).optional(),
  OPERATOR_EMAIL: z
    .email('Nennen Sie Ihre eigene Adresse, zum Beispiel OPERATOR_EMAIL=betrieb@zweckverband.example.')
    .optional(),
  BLOB_URL: z
    .string()
    .regex(
      /^file:\/\/\/[^%]*(%[\da-f]{2}[^%]*)*$/i,
      'Nennen Sie einen Ordner, zum Beispiel BLOB_URL=file:///var/lib/anliegenwerk/blobs.',
    )
    .optional(),
  GEOCODER_URL: z
    .url({
      protocol: /^(photon|nominatim|bkg)\+https?$/,
      error:
        'Nennen Sie Art und Adresse der Adresssuche, zum Beispiel GEOCODER_URL=photon+https://photon.example, nominatim+https://… oder bkg+https://SCHLUESSEL@sg.geodatenzentrum.de.',
    })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (text) => readNetworks(text) !== null,
      'Nennen Sie Adressen oder Netze Ihrer Proxys, zum Beispiel TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8.',
    )
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, 'Mindestens 16 zufällige Zeichen, zum Beispiel aus: openssl rand -hex 16')
    .optional(),
  LIMITS_EXEMPT: z
    .string()
    .refine(
      (text) => readNetworks(text) !== null,
      'Nennen Sie Adressen oder Netze ohne Grenzen, zum Beispiel das Netz des Rathauses: LIMITS_EXEMPT=203.0.113.0/24.',
    )
    .optional(),
  OUTGOING_ALLOWED: z
    .string()
    .refine(
      (text) => readNetworks(text) !== null,
      'Nennen Sie Adressen oder Netze, die Webhooks und Partner trotzdem haben dürfen, zum Beispiel OUTGOING_ALLOWED=10.20.0.0/16.',
    )
    .optional(),
  OPEN311_KEYS: z
    .string()
    .transform((text, check) => {
      const keys = readPartnerKeys(text)
      if (typeof keys !== 'string') return keys
      check.addIssue({ code: 'custom', message: keys })
      return z.NEVER
    })
    .optional(),
  OIDC_SECRETS: z
    .string()
    .transform((text, check) => {
      const secrets = readOpenIdSecrets(text)
      if (typeof secrets !== 'string') return secrets
      check.addIssue({ code: 'custom', message: secrets })
      return z.NEVER
    })
    .optional(),
  TENANTS_DIR: z.string().min(1).default('tenants'),
  DEMO: z.enum(['0', '1'], 'Schreiben Sie DEMO=0 oder DEMO=1.').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'Wählen Sie debug, info, warn, error oder silent.')
    .default('info'),
})

function postgresUrl(name: string) {
  return z
    .url({
      protocol: /^postgres(ql)?$/,
      error: `Nennen Sie die Datenbank, zum Beispiel ${name}=postgres://person@host:5432/name.`,
    })
    .optional()
}

/** @returns by town; or what is wrong, in words that name the town but never the secret */
export function readOpenIdSecrets(text: string): Map<string, string> | string {
  const secrets = jsonObject(text)
  if (!secrets)
    return 'Schreiben Sie ein JSON-Objekt aus Kommune und Geheimnis, zum Beispiel OIDC_SECRETS=\'{"lemgo":"…"}\'.'
  for (const [town, secret] of Object.entries(secrets)) {
    if (!TOWN_KEY.test(town)) return `„${town}“ ist kein Schlüssel einer Kommune.`
    if (typeof secret !== 'string' || secret === '')
      return `Das Geheimnis von „${town}“ fehlt. Es ist ein Text. Ohne Geheimnis lassen Sie die Kommune weg.`
  }
  return new Map(Object.entries(secrets as Record<string, string>))
}

/** `lemgo/bauhof`: the town, and its partner by its key in the town's file. */
const PARTNER = /^[a-z][a-z0-9-]{1,62}\/[a-z][a-z0-9-]{1,62}$/

/** @returns by town and partner; or what is wrong, in words that never hold the key */
export function readPartnerKeys(text: string): Map<string, string> | string {
  const keys = jsonObject(text)
  if (!keys)
    return 'Schreiben Sie ein JSON-Objekt aus Kommune/Stelle und Schlüssel, zum Beispiel OPEN311_KEYS=\'{"lemgo/stadtwerke":"…"}\'.'
  for (const [partner, key] of Object.entries(keys)) {
    if (!PARTNER.test(partner)) return `„${partner}“ nennt keine Kommune und Stelle, wie in lemgo/stadtwerke.`
    if (typeof key !== 'string' || key === '') return `Der Schlüssel von „${partner}“ fehlt. Er ist ein Text.`
  }
  return new Map(Object.entries(keys as Record<string, string>))
}

function jsonObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

export type Config = {
  host: string
  port: number
  /** Base of every absolute URL, without a trailing slash; null until the port is known (PORT=0). */
  publicUrl: string | null
  dataDir: string
  /** Folder of the photos; null for the one in dataDir. */
  blobDir: string | null
  databaseUrl: string | null
  databaseOwnerUrl: string | null
  appSecret: string | null
  smtpUrl: string | null
  mailFrom: string
  /** `photon+https://…`; null: only the towns' own lists of streets are searched. */
  geocoderUrl: string | null
  /** Who runs the platform, for its imprint and that of towns that have not joined. */
  operator: { name?: string; address?: string; email?: string }
  /** Proxies in front whose X-Forwarded-For is believed; none: the connection's own address counts. */
  trustedProxies: readonly Network[]
  /** Who knows it may read the figures; null: nobody. */
  metricsToken: string | null
  /** Visitors whom no limit counts. */
  limitsExempt: readonly Network[]
  /** Inner networks that webhooks and partners' systems may lie in all the same. */
  outgoingAllowed: readonly Network[]
  /** API keys of partners' Open311 systems, by `town/partner`. */
  open311Keys: ReadonlyMap<string, string>
  /** Of towns with sign-in by their own accounts: what Anliegenwerk shows there, by town. */
  openIdSecrets: ReadonlyMap<string, string>
  tenantsDir: string
  demo: boolean
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
}

/** Why it cannot start, in words for whoever runs it; several wrong settings at once. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: string[]
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * An empty variable is none.
 * @throws ConfigError with one line per wrong variable: its name and what to write instead
 */
export function parseEnvironment<Shape extends z.ZodType>(
  shape: Shape,
  environment: Record<string, unknown>,
): z.infer<Shape> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = shape.safeParse(set)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}

type OperatorNames = Pick<z.infer<typeof Environment>, 'OPERATOR_NAME' | 'OPERATOR_ADDRESS' | 'OPERATOR_EMAIL'>

/** Of an imprint that is named by halves. */
export function operatorProblems({
  OPERATOR_NAME: name,
  OPERATOR_ADDRESS: address,
  OPERATOR_EMAIL: email,
}: OperatorNames) {
  const isWhole = [name, address, email].every(Boolean)
  const isAbsent = ![name, address, email].some(Boolean)
  return isWhole || isAbsent
    ? []
    : [
        'OPERATOR_NAME: Ein Impressum braucht alle drei: OPERATOR_NAME, OPERATOR_ADDRESS und OPERATOR_EMAIL, zum Beispiel OPERATOR_NAME="Zweckverband Muster".',
      ]
}

/** @throws ConfigError with one line per wrong variable: its name and what to write instead */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const env = parseEnvironment(Environment, environment)
  const loopback = LOOPBACK.has(env.HOST)
  const embedded = env.DATABASE_URL === undefined
  const demo = env.DEMO === undefined ? embedded && loopback : env.DEMO === '1'

  const problems = operatorProblems(env)
  if (embedded && !loopback && env.DEMO !== '0') {
    problems.push(
      `HOST: Mit der eingebauten Datenbank zeigt ${env.HOST} die Beispielzugänge aller Welt. Setzen Sie DEMO=0, eine DATABASE_URL, oder HOST=127.0.0.1.`,
    )
  }
  if (!embedded && !env.APP_SECRET) {
    problems.push(
      'APP_SECRET: Fehlt. Mit einer DATABASE_URL braucht es einen eigenen Wert, zum Beispiel aus: openssl rand -base64 32',
    )
  }
  if (env.SMTP_URL && !env.MAIL_FROM) {
    problems.push(
      'MAIL_FROM: Fehlt. Mit SMTP_URL braucht es eine Absenderadresse, zum Beispiel MAIL_FROM=anliegen@kommune.example.',
    )
  }
  if (!loopback && !env.PUBLIC_URL) {
    problems.push(
      'PUBLIC_URL: Fehlt. Nennen Sie die Adresse, unter der man Sie erreicht, zum Beispiel PUBLIC_URL=https://anliegen.example.',
    )
  }
  if (problems.length > 0) throw new ConfigError(problems)

  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl:
      env.PUBLIC_URL?.replace(/\/+$/, '') ?? (env.PORT === 0 ? null : `http://${hostInUrl(env.HOST)}:${env.PORT}`),
    dataDir: env.DATA_DIR,
    blobDir: env.BLOB_URL ? decodeURIComponent(new URL(env.BLOB_URL).pathname) : null,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    appSecret: env.APP_SECRET ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'anliegen@anliegenwerk.example',
    geocoderUrl: env.GEOCODER_URL ?? null,
    operator: { name: env.OPERATOR_NAME, address: env.OPERATOR_ADDRESS, email: env.OPERATOR_EMAIL },
    trustedProxies: readNetworks(env.TRUSTED_PROXIES ?? '') ?? [],
    metricsToken: env.METRICS_TOKEN ?? null,
    limitsExempt: readNetworks(env.LIMITS_EXEMPT ?? '') ?? [],
    outgoingAllowed: readNetworks(env.OUTGOING_ALLOWED ?? '') ?? [],
    open311Keys: env.OPEN311_KEYS ?? new Map(),
    openIdSecrets: env.OIDC_SECRETS ?? new Map(),
    tenantsDir: env.TENANTS_DIR,
    demo,
    logLevel: env.LOG_LEVEL,
  }
}

export function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
