/** Variables and secrets of the Worker, shaped once; the same names, rules and words as on Node (config.ts). */
import { z } from 'zod'
import { ConfigError, Environment, operatorProblems, parseEnvironment } from './config.ts'
import { readNetworks } from './visitor.ts'

const MISSING = {
  PUBLIC_URL:
    'Fehlt. Nennen Sie die Adresse, unter der man Sie erreicht, zum Beispiel PUBLIC_URL=https://anliegen.example.',
  APP_SECRET: 'Fehlt. Legen Sie ihn an, zum Beispiel: openssl rand -base64 32 | npx wrangler secret put APP_SECRET',
  MAIL_FROM:
    'Fehlt. Mit MAIL_RELAY_URL braucht es eine Absenderadresse, zum Beispiel MAIL_FROM=anliegen@kommune.example.',
  MAIL_RELAY_TOKEN: 'Fehlt. Mit MAIL_RELAY_URL braucht es den Schlüssel des Mail-Relays als Geheimnis.',
}

const EdgeEnvironment = Environment.pick({
  PUBLIC_URL: true,
  APP_SECRET: true,
  MAIL_FROM: true,
  OPERATOR_NAME: true,
  OPERATOR_ADDRESS: true,
  OPERATOR_EMAIL: true,
  GEOCODER_URL: true,
  LIMITS_EXEMPT: true,
  OPEN311_KEYS: true,
  OIDC_SECRETS: true,
  LOG_LEVEL: true,
}).extend({
  // Without encryption only to this machine, for trying it out.
  MAIL_RELAY_URL: z
    .url({ error: relayError })
    .regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/, relayError())
    .optional(),
  MAIL_RELAY_TOKEN: z.string().optional(),
})

function relayError() {
  return 'Nennen Sie das Mail-Relay mit https, zum Beispiel MAIL_RELAY_URL=https://postal.example.'
}

export type EdgeSettings = ReturnType<typeof readEdgeSettings>

/** @throws ConfigError with one line per wrong variable: its name and what to write instead, never its value */
export function readEdgeSettings(variables: Record<string, unknown>) {
  const env = parseEnvironment(EdgeEnvironment, variables)
  const { PUBLIC_URL, APP_SECRET, MAIL_RELAY_URL, MAIL_FROM, MAIL_RELAY_TOKEN } = env
  const needed = { PUBLIC_URL, APP_SECRET, ...(MAIL_RELAY_URL ? { MAIL_FROM, MAIL_RELAY_TOKEN } : {}) }
  const missing = Object.entries(needed).filter(([, value]) => value === undefined)
  const problems = [
    ...missing.map(([name]) => `${name}: ${MISSING[name as keyof typeof MISSING]}`),
    ...operatorProblems(env),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return {
    publicUrl: PUBLIC_URL!.replace(/\/+$/, ''),
    appSecret: APP_SECRET!,
    /** Null: mails stay due until `npm run worker` on Node sends them. */
    mailRelay: MAIL_RELAY_URL ? { url: MAIL_RELAY_URL, token: MAIL_RELAY_TOKEN!, from: MAIL_FROM! } : null,
    mailFrom: MAIL_FROM ?? 'anliegen@anliegenwerk.example',
    operator: { name: env.OPERATOR_NAME, address: env.OPERATOR_ADDRESS, email: env.OPERATOR_EMAIL },
    geocoderUrl: env.GEOCODER_URL ?? null,
    limitsExempt: readNetworks(env.LIMITS_EXEMPT ?? '') ?? [],
    open311Keys: env.OPEN311_KEYS ?? new Map<string, string>(),
    openIdSecrets: env.OIDC_SECRETS ?? new Map<string, string>(),
    logLevel: env.LOG_LEVEL,
  }
}
