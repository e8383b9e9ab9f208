/** Says at the end of a run what this machine could not test, and how to get it: a count of skips explains nothing. */
import type { TestProject } from 'vitest/node'
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts'
import { HAS_PERL_CLIENT, HAS_XMLLINT, NO_PERL_CLIENT, NO_XMLLINT } from './debian-tools.ts'
import { GDAL, NO_GDAL } from './gdal.ts'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES } from './own-postgres.ts'
import { NO_SHARED_DATA, SHARED_DATA } from './shared-data.ts'
import { HAS_TINY_DISK, NO_TINY_DISK } from './tiny-disk.ts'
import { WHY_NOT } from './wrangler.ts'

export default function setup({ vitest }: TestProject) {
  const comparesRuntimes = vitest.projects.some(({ name }) => name === 'runtime')
  return () => {
    if (WHY_NOT && comparesRuntimes) process.stdout.write(`\nSkipped: every test on two runtimes. ${WHY_NOT}\n`)
    if (!SHARED_DATA) process.stdout.write(`\nSkipped: every test with all municipalities. ${NO_SHARED_DATA}\n`)
    if (!CHROMIUM) process.stdout.write(`\nSkipped: every test in a browser. ${NO_CHROMIUM}\n`)
    if (!HAS_TINY_DISK) process.stdout.write(`\nSkipped: every test with a full disk. ${NO_TINY_DISK}\n`)
    if (!GDAL) process.stdout.write(`\nSkipped: every test with GDAL. ${NO_GDAL}\n`)
    if (!HAS_XMLLINT) process.stdout.write(`\nSkipped: every test with xmllint. ${NO_XMLLINT}\n`)
    if (!HAS_PERL_CLIENT) process.stdout.write(`\nSkipped: every test with XML::Simple. ${NO_PERL_CLIENT}\n`)
    if (!HAS_OWN_POSTGRES) process.stdout.write(`\nSkipped: every test of a crashing Postgres. ${NO_OWN_POSTGRES}\n`)
  }
}
