/** A world with one webhook of the first town, and somebody who listens. */
import { Webhook } from 'standardwebhooks'
import { vi } from 'vitest'
import { outgoingOnNode } from '../../server/adapters/outgoing-node.ts'
import { runDueWork } from '../../server/jobs.ts'
import { EVENT_TYPES } from '../../server/webhooks/event-types.ts'
import { listWebhooks, readWebhook } from '../../server/webhooks/list-webhooks.ts'
import { makeWebhook } from '../../server/webhooks/make-webhook.ts'
import { openReceiver, type Received } from '../support/receiver.ts'
import { createWorld } from '../support/world.ts'

type Input = Parameters<typeof makeWebhook>[2]

export type Stage = Awaited<ReturnType<typeof openStage>>

export async function openStage() {
  const world = await createWorld()
  const receiver = await openReceiver()
  const Clara = await world.as(world.people.Clara)
  const make = async (input: Partial<Input> = {}, ctx = Clara) =>
    makeWebhook(ctx, world.deps.outgoing, { url: receiver.url, types: [...EVENT_TYPES], ...input })
  const work = async () => {
    while (await runDueWork(world.clock));
  }
  return {
    world,
    receiver,
    Clara,
    make,
    work,
    list: () => listWebhooks(Clara),
    log: async (id: string) => (await readWebhook(Clara, id)).log,
    bodies: () => receiver.received.map(({ body }) => JSON.parse(body) as Body),
    /** By the library of the specification, at the time of the world. @throws what it throws */
    verify: (secret: string, { body, headers }: Received) => {
      vi.useFakeTimers({ toFake: ['Date'], now: world.now() })
      try {
        return new Webhook(secret).verify(body, headers as Record<string, string>) as Body
      } finally {
        vi.useRealTimers()
      }
    },
    /** Where nothing inner may be called: as it is outside of tests. */
    publicOnly: outgoingOnNode([]),
    close: async () => {
      await receiver.close()
      await world.close()
    },
  }
}

export type Body = {
  type: string
  timestamp: string
  data: { town: string; number: number; department: string; category: string; status: string; version: number }
}
