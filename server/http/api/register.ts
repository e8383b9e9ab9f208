/** GET /api/v1/register: who takes part, and who keeps to the shared standard. */
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { ListRegister, listRegister, REGISTER_PAGE } from '../../towns/list-register.ts'
import type { AppEnv } from '../app-env.ts'
import { valid } from '../validator.ts'
import { RegisterPage, registerItem } from './shapes.ts'

export const register = new Hono<AppEnv>().get(
  '/',
  describeRoute({
    tags: ['towns'],
    summary: 'Register of the towns that take part, with the state of their conformance',
    responses: {
      200: { description: 'Register', content: { 'application/json': { schema: resolver(RegisterPage) } } },
    },
  }),
  valid('query', ListRegister),
  async (c) => {
    const { database, publicUrl, now } = c.var.deps
    const { q, page } = c.req.valid('query') as z.infer<typeof ListRegister>
    const { items, total } = await listRegister(database, { q, page }, now())
    const next = page * REGISTER_PAGE < total ? String(page + 1) : null
    return c.json({ items: items.map((entry) => registerItem(publicUrl, entry)), next })
  },
)
