/** The pages of a town, below `/{town}` or on its own host. */
import { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { limitBodies } from '../bodies.ts'
import { limitVisits } from '../limits.ts'
import { readableForm } from '../middleware/readable-form.ts'
import { ogc } from '../ogc/index.ts'
import { calendar } from '../open-data/calendar.ts'
import { feed } from '../open-data/feed.ts'
import { openData } from '../open-data/index.tsx'
import { challenge } from './challenge.ts'
import { developers } from './developers.tsx'
import { draftPhotos } from './draft-photos.ts'
import { embed } from './embed.tsx'
import { pageError } from './error.tsx'
import { feedback } from './feedback.tsx'
import { following } from './following.tsx'
import { reportForm } from './form/index.tsx'
import { legal } from './legal.tsx'
import { notices } from './notices.tsx'
import { outside } from './outside.tsx'
import { ownData } from './own-data.tsx'
import { places } from './places.ts'
import { publicPhotos } from './public-photos.ts'
import { reports } from './reports.tsx'
import { sharePictures } from './share-pictures.tsx'
import { townSitemaps } from './sitemaps.ts'
import { start } from './start.tsx'
import { stop } from './stop-mails.tsx'
import { topics } from './topics.tsx'
import { townFiles } from './town-files.ts'
import { tracking } from './tracking.tsx'
import { trackingPhotos } from './tracking-photos.ts'
import { wish } from './wish.ts'

export const townPages = new Hono<AppEnv>()
  .onError(pageError)
  .use(limitBodies('citizens'), limitVisits, readableForm)
  .route('/', start)
  .route('/', townFiles)
  .route('/', sharePictures)
  .route('/', legal)
  .route('/', feedback)
  .route('/', townSitemaps)
  .route('/melden', draftPhotos)
  .route('/melden', reportForm)
  .route('/embed', embed)
  .route('/anliegen', reports)
  .route('/anliegen', publicPhotos)
  .route('/anliegen', notices)
  .route('/themen', topics)
  .route('/schnittstellen', developers)
  .route('/verfolgen', tracking)
  .route('/verfolgen', trackingPhotos)
  .route('/verfolgen', ownData)
  .route('/auftrag', outside)
  .route('/abmelden', stop)
  .route('/orte', places)
  .route('/folgen', following)
  .route('/wunsch', wish)
  .route('/aufgabe', challenge)
  .route('/ogc', ogc)
  .route('/feed.atom', feed)
  .route('/termine.ics', calendar)
  .route('/opendata', openData)
