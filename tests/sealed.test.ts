import { expect, it } from 'vitest'
import { deviceOf } from '../server/http/device.ts'
import { seal, unseal } from '../server/sealed.ts'

const SECRET = 'a secret for tests that is long enough'

it('what is sealed for one purpose opens for it, and for no other, nor under another secret, nor changed', async () => {
  const sealed = await seal(SECRET, 'totp Bernd', 'JBSWY3DPEHPK3PXP')
  expect(await unseal(SECRET, 'totp Bernd', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(await unseal(SECRET, 'totp Eva', sealed)).toBeNull()
  expect(await unseal(`${SECRET}!`, 'totp Bernd', sealed)).toBeNull()
  const changed = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1)
  expect(await unseal(SECRET, 'totp Bernd', changed)).toBeNull()
})

it('nothing is sealed twice into the same words', async () => {
  expect(await seal(SECRET, 'x', 'y')).not.toBe(await seal(SECRET, 'x', 'y'))
})

it.each([
  ['Firefox, Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0'],
  [
    'Edge, Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  ],
  [
    'Safari, iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  ],
  [
    'Chrome, Android',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  ],
  [undefined, 'curl/8.0'],
  [undefined, undefined],
])('a device is called %s', (name, userAgent) => expect(deviceOf(userAgent)).toBe(name))
