/** The pages of a town, below `/{town}` or on its own host. */
import { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { pageError } from './error.tsx'
import { following } from './following.tsx'
import { legal } from './legal.tsx'
import { outside } from './outside.tsx'
import { reportForm } from './report-form.tsx'
import { reports } from './reports.tsx'
import { townSitemaps } from './sitemaps.ts'
import { start } from './start.tsx'
import { stop } from './stop-mails.tsx'
import { topics } from './topics.tsx'
import { townFiles } from './town-files.ts'
import { tracking } from './tracking.tsx'
import { wish } from './wish.ts'

export const townPages = new Hono<AppEnv>()
  .onError(pageError)
  .route('/', start)
  .route('/', townFiles)
  .route('/', legal)
  .route('/', townSitemaps)
  .route('/melden', reportForm)
  .route('/anliegen', reports)
  .route('/themen', topics)
  .route('/verfolgen', tracking)
  .route('/auftrag', outside)
  .route('/abmelden', stop)
  .route('/folgen', following)
  .route('/wunsch', wish)
