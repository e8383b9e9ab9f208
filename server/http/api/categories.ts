/** GET /api/v1/towns/{town}/categories: what can be reported, with its questions. */
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { AppEnv } from '../app-env.ts'
import { CategoryPage, categoryItem } from './shapes.ts'

export const categories = new Hono<AppEnv>().get(
  '/',
  describeRoute({
    tags: ['towns'],
    summary: 'Categories of a town with their questions',
    responses: {
      200: { description: 'Categories', content: { 'application/json': { schema: resolver(CategoryPage) } } },
    },
  }),
  (c) => {
    const { town, language } = c.var
    return c.json({ items: town.categories.map((category) => categoryItem(category, language)), next: null })
  },
)
