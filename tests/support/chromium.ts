/** Where Chromium is, and how it is started. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/google-chrome']
/** The same engine without anything to show it on: two thirds of the work. It knows no preferences of a profile. */
const SHELL = '/usr/bin/chromium-headless-shell'
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** As people have it. */
export const CHROMIUM = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))
export const NO_CHROMIUM = 'no Chromium: apt-get install chromium, or set CHROMIUM_PATH'

const lightest = () => (process.env.CHROMIUM_PATH === undefined && existsSync(SHELL) ? SHELL : CHROMIUM)

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: lightest(), args: FLAGS })
