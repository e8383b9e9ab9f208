/** Who asks, as an address that limits can count by. It is hashed before it is stored and never logged. */
import ipaddr from 'ipaddr.js'

type Address = ReturnType<typeof ipaddr.parse>
export type Network = ReturnType<typeof ipaddr.parseCIDR>

/** A network that a household or a server has to itself: one person could use every address in it. */
const IPV6_SHARED_BITS = 64

/** @param text addresses and networks, as in TRUSTED_PROXIES: `10.0.0.0/8, 2001:db8::1`; null when one is wrong */
export function readNetworks(text: string): Network[] | null {
  const parts = text.split(',').map((part) => part.trim())
  const networks = parts.filter(Boolean).map((part) => {
    if (ipaddr.isValidCIDR(part)) return ipaddr.parseCIDR(part)
    const address = parse(part)
    return address && ([address, address.kind() === 'ipv4' ? 32 : 128] as Network)
  })
  return networks.every((network) => network !== null) ? networks : null
}

/**
 * The nearest address that is no proxy of ours. A header counts only as far as our own proxies wrote it: what a
 * visitor puts before that is nobody's word.
 */
export function visitorOf(
  { peer, forwardedFor }: { peer: string | undefined; forwardedFor: string | undefined },
  trusted: readonly Network[],
): string {
  const hops = [...(forwardedFor?.split(',') ?? []), peer ?? ''].reverse()
  let nearest: Address | null = null
  for (const hop of hops) {
    const address = parse(hop.trim())
    if (!address) break
    nearest = address
    if (!trusted.some((network) => isWithin(address, network))) break
  }
  return nearest ? countedAs(nearest) : 'unknown'
}

/** Some proxies write the port too. */
function parse(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
  return bare && ipaddr.isValid(bare) ? ipaddr.process(bare) : null
}

/** Whether a visitor as `visitorOf` names them is of one of these networks. */
export function isOf(visitor: string, networks: readonly Network[]): boolean {
  const address = parse(visitor)
  return address !== null && networks.some((network) => isWithin(address, network))
}

function isWithin(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits)
}

function countedAs(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${address}/${IPV6_SHARED_BITS}`).toString()
}

/** Whether an address belongs to nobody's inner network, to no machine itself, and to nothing reserved. */
export function isPublic(text: string): boolean {
  const address = parse(text)
  if (address?.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || isWithin(address, GLOBAL_UNICAST)
}

/** All of IPv6 that is given to anybody (RFC 4291, 2.4); what lies outside is old, of one site or of one machine. */
const GLOBAL_UNICAST: Network = ipaddr.parseCIDR('2000::/3')
