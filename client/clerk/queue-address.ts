import { clerk } from '../paths.ts'
import type { QueuePageProps } from './queue-props.ts'

type Filter = Parameters<typeof clerk.queue>[1]

/** Where this queue is found: a town's, or a department's over all its towns, which keeps the chosen town. */
export function queueAddress({ town, shared }: Pick<QueuePageProps, 'town' | 'shared'>, filter?: Filter): string {
  if (!shared) return clerk.queue(town.key, filter)
  const chosen = shared.towns.find(({ current }) => current)?.key
  return clerk.shared({ lender: town.key, department: shared.department }, { ...filter, town: chosen })
}
