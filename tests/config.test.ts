import { describe, expect, it } from 'vitest'
import { type ConfigError, readConfig } from '../server/config.ts'

const problems = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as ConfigError).problems
  }
}
const POSTGRES = 'postgres://serving:x@db/anliegenwerk'
const SECRET = 'x'.repeat(32)

describe('the environment', () => {
  it('needs nothing for a trial on this machine', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '.data',
      demo: true,
      publicUrl: 'http://127.0.0.1:3000',
    })
  })

  it('reads the secrets of towns, and names the town but never the secret when one is wrong', () => {
    expect(readConfig({ OIDC_SECRETS: '{"lemgo":"ganz geheim"}' }).openIdSecrets).toEqual(
      new Map([['lemgo', 'ganz geheim']]),
    )
    expect(readConfig({}).openIdSecrets.size).toBe(0)
    const wrong = [
      '{"lemgo":"ganz geheim","herford":""}',
      '{"lemgo":"ganz geheim","herford":7}',
      '{"Herford":"ganz geheim"}',
    ]
    for (const OIDC_SECRETS of wrong) {
      const [problem] = problems({ OIDC_SECRETS })
      expect(problem).toMatch(/^OIDC_SECRETS: .*„[Hh]erford“/)
      expect(problem).not.toContain('ganz geheim')
    }
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DEMO: '' })).toMatchObject({ port: 3000, demo: true })
  })

  it.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'anliegen.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['APP_SECRET', { APP_SECRET: 'short' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'nobody' }],
    ['BLOB_URL', { BLOB_URL: 'ftp://blobs' }],
    ['OIDC_SECRETS', { OIDC_SECRETS: 'geheim' }],
    ['OIDC_SECRETS', { OIDC_SECRETS: '["geheim"]' }],
    ['OPERATOR_EMAIL', { OPERATOR_EMAIL: 'betrieb' }],
    ['OPERATOR_NAME', { OPERATOR_EMAIL: 'betrieb@zweckverband.example' }],
    ['BLOB_URL', { BLOB_URL: 's3://bucket' }],
    ['BLOB_URL', { BLOB_URL: 'file://other-host/blobs' }],
    ['DEMO', { DEMO: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    // what belongs together
    ['APP_SECRET', { DATABASE_URL: POSTGRES }],
    ['GEOCODER_URL', { GEOCODER_URL: 'https://photon.example' }],
    ['GEOCODER_URL', { GEOCODER_URL: 'google+https://maps.example' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0', DATABASE_URL: POSTGRES, APP_SECRET: SECRET }],
    // example sign-ins for all the world
    ['HOST', { HOST: '0.0.0.0', PUBLIC_URL: 'https://anliegen.example' }],
  ])('names %s and what to write instead: %j', (name, environment) => {
    const [problem, ...others] = problems(environment)
    expect(problem).toMatch(new RegExp(`^${name}: \\S.*[.:]`))
    expect(others).toEqual([])
  })

  it('says everything that is wrong at once', () => {
    expect(problems({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
  })

  it.each([
    'photon+https://photon.example',
    'nominatim+http://127.0.0.1:8080/nominatim',
    'bkg+https://key@sg.geodatenzentrum.de',
  ])('takes %s for a geocoder', (url) => expect(readConfig({ GEOCODER_URL: url }).geocoderUrl).toBe(url))

  it('keeps photos in the data folder unless another is named', () => {
    expect(readConfig({}).blobDir).toBeNull()
    expect(readConfig({ BLOB_URL: 'file:///srv/Fotos%20und%20mehr' }).blobDir).toBe('/srv/Fotos und mehr')
  })

  it('is no demo with a Postgres, nor where it is told so', () => {
    expect(readConfig({ DATABASE_URL: POSTGRES, APP_SECRET: SECRET }).demo).toBe(false)
    expect(readConfig({ DEMO: '0' }).demo).toBe(false)
  })
})
