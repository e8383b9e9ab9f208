/** `npm run bounces < message`: a mail server hands over what came back to the sender's address. */
import type { Database } from '../../db/client.ts'
import { TOWN_KEY } from '../../db/client.ts'
import type { Reply } from '../adapters/data-dir-lock.ts'
import { readBounce } from '../notifications/read-bounce.ts'
import { recordBounce } from '../notifications/record-bounce.ts'
import { createRegistry } from '../towns/registry.ts'
import { type CommandWorld, sayOf } from './command-world.ts'

/**
 * @param args the message, as base64: the control channel carries text
 * What is not ours is well received too: refused, the mail server would send it back to somebody.
 */
export async function bouncesCommand(
  database: Database,
  world: CommandWorld,
  [message = '']: string[],
): Promise<Reply> {
  const say = sayOf(world).bounces
  const bounce = await readBounce(Uint8Array.from(atob(message), (sign) => sign.charCodeAt(0)))
  if (!bounce) return { ok: true, output: say.notOne }
  const registry = createRegistry(database, world.now)
  const town = TOWN_KEY.test(bounce.town) ? await registry.town(bounce.town) : null
  const ctx = town && {
    database,
    places: registry,
    town,
    actor: { kind: 'system' } as const,
    language: 'de' as const,
    now: world.now,
    // Nothing is derived from it here.
    secret: '',
  }
  if (!ctx || !(await recordBounce(ctx, bounce))) return { ok: true, output: say.unknown }
  return { ok: true, output: say.recorded[bounce.verdict](bounce.town), data: bounce }
}
