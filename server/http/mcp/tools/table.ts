/** Every tool, in the order a conversation needs them. */
import type { Tool } from '../tool.ts'
import { checkPlace } from './check-place.ts'
import { findSimilarReports } from './find-similar-reports.ts'
import { findTown } from './find-town.ts'
import { getReportStatus } from './get-report-status.ts'
import { listCategories } from './list-categories.ts'
import { prepareReport } from './prepare-report.ts'

export const TOOLS: readonly Tool[] = [
  findTown,
  checkPlace,
  listCategories,
  findSimilarReports,
  prepareReport,
  getReportStatus,
]
