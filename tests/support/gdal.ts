/** GDAL's commands and xmllint, as a GIS office has them: clients that somebody else wrote. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

export const GDAL = existsSync('/usr/bin/ogr2ogr') && existsSync('/usr/bin/ogrinfo')
export const NO_GDAL = 'no GDAL: apt-get install --no-install-recommends gdal-bin'

const run = promisify(execFile)
const MOST_OUTPUT = 64 * 1024 * 1024

/** Without blocking: the server it asks runs in this process. @returns what it prints; throws with what it complains of */
export async function gdal(command: 'ogrinfo' | 'ogr2ogr', ...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(command, args, { maxBuffer: MOST_OUTPUT })
  if (/^(ERROR|Warning)/m.test(stderr)) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

type Pair = [number, number]

/** What PROJ makes of the pairs, each in the order of GIS: x before y. */
export async function gdalTransform(from: string, to: string, pairs: readonly Pair[]): Promise<Pair[]> {
  const running = run('gdaltransform', ['-s_srs', from, '-t_srs', to, '-output_xy'])
  running.child.stdin?.end(pairs.map((pair) => `${pair.join(' ')}\n`).join(''))
  const { stdout } = await running
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as Pair)
}

/** @throws with every line that is not well-formed */
export async function xmllint(text: string): Promise<void> {
  const running = run('xmllint', ['--noout', '--nonet', '-'])
  running.child.stdin?.end(text)
  await running
}
