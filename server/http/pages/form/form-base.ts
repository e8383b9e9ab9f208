/** Where the form's own pages are: below the town, or below its `/embed` while another website shows them. */
import type { Context } from 'hono'
import { town as townPaths } from '../../../../client/paths.ts'
import type { AppEnv } from '../../app-env.ts'

export const formBase = ({ var: { base, framedBy } }: Context<AppEnv>): string =>
  framedBy ? townPaths(base).embed() : base

export const formPaths = (c: Context<AppEnv>) => townPaths(formBase(c))
