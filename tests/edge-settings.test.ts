import { describe, expect, it } from 'vitest'
import { ConfigError } from '../server/config.ts'
import { readEdgeSettings } from '../server/edge-settings.ts'

const SECRET = 'x'.repeat(32)
const NEEDED = { PUBLIC_URL: 'https://anliegen.example/', APP_SECRET: SECRET }
/** Bindings stand beside variables. */
const BINDINGS = { HYPERDRIVE: { connectionString: 'postgres://a:secret@b/c' }, BLOBS: {}, ASSETS: {} }
const RELAY = {
  MAIL_RELAY_URL: 'https://postal.example',
  MAIL_RELAY_TOKEN: 'token-of-the-relay',
  MAIL_FROM: 'a@b.example',
}

const problemsOf = (variables: Record<string, unknown>): string[] => {
  try {
    readEdgeSettings(variables)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  throw new Error('it was taken')
}

describe('the settings of the Worker', () => {
  it('need an address and a secret; mails then wait for a worker on Node', () => {
    expect(readEdgeSettings({ ...NEEDED, ...BINDINGS })).toMatchObject({
      publicUrl: 'https://anliegen.example',
      appSecret: SECRET,
      mailRelay: null,
      geocoderUrl: null,
      operator: {},
      limitsExempt: [],
      logLevel: 'info',
    })
  })

  it('take what the ones of Node take', () => {
    const settings = readEdgeSettings({
      ...NEEDED,
      ...RELAY,
      GEOCODER_URL: 'photon+https://photon.example',
      LIMITS_EXEMPT: '203.0.113.0/24',
      OPEN311_KEYS: '{"lemgo/stadtwerke":"key"}',
      OIDC_SECRETS: '{"lemgo":"secret"}',
      LOG_LEVEL: 'warn',
      OPERATOR_NAME: '',
    })
    expect(settings.mailRelay).toEqual({
      url: RELAY.MAIL_RELAY_URL,
      token: RELAY.MAIL_RELAY_TOKEN,
      from: 'a@b.example',
    })
    expect(settings.openIdSecrets.get('lemgo')).toBe('secret')
    expect(settings.open311Keys.get('lemgo/stadtwerke')).toBe('key')
    expect(settings.limitsExempt).toHaveLength(1)
  })

  it.each([
    [{}, ['PUBLIC_URL', 'APP_SECRET']],
    [{ ...NEEDED, APP_SECRET: 'short' }, ['APP_SECRET']],
    [{ ...NEEDED, ...RELAY, MAIL_FROM: '' }, ['MAIL_FROM']],
    [{ ...NEEDED, MAIL_RELAY_URL: 'https://postal.example' }, ['MAIL_FROM', 'MAIL_RELAY_TOKEN']],
    [{ ...NEEDED, ...RELAY, MAIL_RELAY_URL: 'http://postal.example' }, ['MAIL_RELAY_URL']],
    [{ ...NEEDED, ...RELAY, MAIL_RELAY_URL: 'smtp://postal.example' }, ['MAIL_RELAY_URL']],
    [{ ...NEEDED, LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ ...NEEDED, OPERATOR_NAME: 'Zweckverband' }, ['OPERATOR_NAME']],
    [{ ...NEEDED, OIDC_SECRETS: '{"lemgo":5}' }, ['OIDC_SECRETS']],
  ])('name each variable that is missing or wrong: %j', (variables, names) => {
    const problems = problemsOf(variables)
    expect([...new Set(problems.map((one) => one.split(':')[0]))]).toEqual(names)
  })

  it('never repeat a secret', () => {
    const problems = problemsOf({
      PUBLIC_URL: 'no',
      APP_SECRET: 'hunter2',
      MAIL_RELAY_URL: 'https://user:hunter2@',
      OIDC_SECRETS: 'hunter2',
    })
    expect(problems.join()).not.toContain('hunter2')
  })

  it('send mails unencrypted only within this machine, to try it out', () => {
    const url = 'http://127.0.0.1:8025'
    expect(readEdgeSettings({ ...NEEDED, ...RELAY, MAIL_RELAY_URL: url }).mailRelay?.url).toBe(url)
    expect(problemsOf({ ...NEEDED, ...RELAY, MAIL_RELAY_URL: 'http://localhost.evil.example' })).toHaveLength(1)
  })
})
