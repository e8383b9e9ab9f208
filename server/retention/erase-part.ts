/** One part of a report goes, and the proof of it comes, in the same transaction. */
import type { TxCtx } from '../context.ts'
import { removeReportPhotos } from '../photos/erase-photo.ts'
import {
  addErasureRow,
  eraseContact,
  eraseFollowers,
  eraseNotices,
  eraseWords,
  hasFollowers,
  markErased,
  type Part,
} from './erasure-rows.ts'

type Erasing = { reportId: string; part: Part; because: 'retention' | 'reporter'; dueAt: Date; at: Date }

/** Nothing there is no proof: only what was erased is counted. Returns whether there was anything. */
export async function erasePart(ctx: TxCtx, { reportId, part, because, dueAt, at }: Erasing): Promise<boolean> {
  const wasThere = await eraseRows(ctx, { reportId, part, because })
  if (wasThere) await addErasureRow(ctx, { reportId, what: part, because, dueAt, erasedAt: at })
  // Addresses of others are left to the clock, which looks for reports without this mark.
  const isRest = part === 'contact' && (await hasFollowers(ctx, reportId))
  if (!isRest) await markErased(ctx, reportId, part, at)
  return wasThere
}

async function eraseRows(ctx: TxCtx, { reportId, part, because }: Pick<Erasing, 'reportId' | 'part' | 'because'>) {
  const isByClock = because === 'retention'
  switch (part) {
    case 'contact': {
      const wasThere = await eraseContact(ctx, reportId)
      return (isByClock && (await eraseFollowers(ctx, reportId))) || wasThere
    }
    case 'text':
      // Whoever sent a notice about a content still waits for the town's decision.
      if (isByClock) await eraseNotices(ctx, reportId)
      return eraseWords(ctx, reportId)
    case 'photos':
      return removeReportPhotos(ctx, reportId)
  }
}
