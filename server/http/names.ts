/** Names for the keys of a town's data. */
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

export function departmentName(c: Context<AppEnv>, key: string): string {
  return c.var.town.departments.find((one) => one.key === key)?.name ?? key
}

export function categoryName(c: Context<AppEnv>, key: string): string {
  return c.var.town.categories.find((one) => one.key === key)?.name[c.var.language] ?? key
}
