/** GET /api/v1/towns/{town}/categories: what can be reported, with its questions. */
import { Hono } from 'hono'
import { dayOf } from '../../../client/i18n/index.ts'
import { restingReason } from '../../towns/resting.ts'
import type { AppEnv } from '../app-env.ts'
import { describe, json, UNCHANGED } from './describe.ts'
import { CategoryPage, categoryItem } from './shapes.ts'

export const categories = new Hono<AppEnv>().get(
  '/',
  describe({
    operationId: 'listCategories',
    tag: 'towns',
    summary: 'Categories of a town with their questions',
    answers: { 200: json('Categories', CategoryPage), ...UNCHANGED },
    refuses: [404],
  }),
  (c) => {
    const { town, language, deps } = c.var
    const today = dayOf(deps.now())
    const items = town.categories.map((category) => {
      const restingBecause = restingReason(language, category, today)
      const resting = restingBecause ? { resting: true as const, restingReason: restingBecause } : {}
      return { ...categoryItem(category, language), ...resting }
    })
    return c.json({ items, next: null })
  },
)
