/** GET /api/v1/register: who takes part, and who keeps to the shared standard. */
import { Hono } from 'hono'
import type { z } from 'zod'
import { ListRegister, listRegister, REGISTER_PAGE } from '../../towns/list-register.ts'
import type { AppEnv } from '../app-env.ts'
import { valid } from '../validator.ts'
import { describe, json, UNCHANGED } from './describe.ts'
import { linkNext } from './next-link.ts'
import { RegisterPage, registerItem } from './shapes.ts'

export const register = new Hono<AppEnv>().get(
  '/',
  describe({
    operationId: 'listRegister',
    tag: 'towns',
    summary: 'Register of the towns that take part, with the state of their conformance',
    answers: { 200: json('Register', RegisterPage), ...UNCHANGED },
    refuses: [422],
  }),
  valid('query', ListRegister),
  async (c) => {
    const { database, publicUrl, now } = c.var.deps
    const { q, page } = c.req.valid('query') as z.infer<typeof ListRegister>
    const { items, total } = await listRegister(database, { q, page }, now())
    const next = page * REGISTER_PAGE < total ? String(page + 1) : null
    linkNext(c, 'page', next)
    return c.json({ items: items.map((entry) => registerItem(publicUrl, entry)), next })
  },
)
