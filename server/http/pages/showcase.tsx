/** /bausteine: every part of the interface with its states, for developers; only where one tries things out. */
import { Hono } from 'hono'
import { Showcase } from '../../../client/citizen/showcase/Showcase.tsx'
import { notFound } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'

export const showcase = new Hono<AppEnv>().get('/', (c) => {
  if (!c.var.deps.demo) throw notFound()
  const page = <Showcase language={c.var.language} />
  return sendPage(c, documentOf(c, { title: 'Building blocks', noindex: true }, page))
})
