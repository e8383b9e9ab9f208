import type { Ctx } from '../context.ts'
import type { ReportRow } from './rows.ts'

/** Whether neither text nor photos of such a report may ever be shown to everybody, as of people and animals. */
export const isNeverPublic = ({ town }: Pick<Ctx, 'town'>, { category }: Pick<ReportRow, 'category'>): boolean =>
  town.categories.find(({ key }) => key === category)?.disclosure === 'never'
