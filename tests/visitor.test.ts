/** Whom a limit counts. */
import { describe, expect, it } from 'vitest'
import { readNetworks, visitorOf } from '../server/visitor.ts'

const proxies = readNetworks('127.0.0.1, 10.0.0.0/8, 2001:db8:ffff::/48') ?? []

const visitor = (peer: string | undefined, forwardedFor?: string) => visitorOf({ peer, forwardedFor }, proxies)

describe('the visitor', () => {
  it('is whoever opened the connection, whatever a stranger’s header says', () => {
    expect(visitor('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  })

  it('is named by our proxies, and not by what was written before them', () => {
    expect(visitor('127.0.0.1', '203.0.113.7')).toBe('203.0.113.7')
    expect(visitor('127.0.0.1', '198.51.100.1, 203.0.113.7, 10.1.2.3')).toBe('203.0.113.7')
    expect(visitor('::ffff:127.0.0.1', 'nonsense, 203.0.113.7:51234')).toBe('203.0.113.7')
  })

  it('is our own proxy when it named nobody', () => {
    expect(visitor('127.0.0.1')).toBe('127.0.0.1')
    expect(visitor('127.0.0.1', 'nonsense')).toBe('127.0.0.1')
  })

  it('is the network that a household has to itself', () => {
    expect(visitor('2001:db8:1:2:3:4:5:6')).toBe(visitor('2001:db8:1:2:ffff::1'))
    expect(visitor('2001:db8:1:2::1')).not.toBe(visitor('2001:db8:1:3::1'))
    expect(visitor('2001:db8:ffff::1', '[2001:db8:1:2::9]:443')).toBe('2001:db8:1:2::')
  })

  it('is unknown without a connection', () => {
    expect(visitor(undefined)).toBe('unknown')
  })
})

it('a wrong network is noticed', () => {
  expect(readNetworks('10.0.0.0/8, proxy.example')).toBeNull()
  expect(readNetworks('10.0.0.0/33')).toBeNull()
})
