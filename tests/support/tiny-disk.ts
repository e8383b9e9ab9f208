/** A small file system of its own, which can really be full. Needs the right to mount: root, or sudo without a password. */
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const NO_TINY_DISK = 'They mount a tmpfs: run them as root, or with sudo that asks for no password.'

function asRoot(command: string, ...args: string[]): void {
  const [first, ...rest] = process.getuid?.() === 0 ? [command, ...args] : ['sudo', '-n', command, ...args]
  execFileSync(first!, rest, { stdio: 'pipe' })
}

export type TinyDisk = {
  folder: string
  /** Takes every byte that is left. */
  fill: () => void
  /** Gives them back. */
  empty: () => void
  drop: () => void
}

/** @throws where nobody may mount */
export function tinyDisk(megabytes: number): TinyDisk {
  const folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-disk-'))
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', folder)
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => writeUntilFull(ballast),
    empty: () => rmSync(ballast, { force: true }),
    drop: () => {
      asRoot('umount', '-l', folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeUntilFull(file: string): void {
  const handle = openSync(file, 'a')
  // Large pieces first, then small ones into what is left of the last page.
  for (const size of [1024 * 1024, 4096, 1]) {
    const piece = Buffer.alloc(size, 1)
    try {
      for (;;) writeSync(handle, piece)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(handle)
}

function mayMount(): boolean {
  if (process.platform !== 'linux' || !existsSync('/proc/mounts')) return false
  try {
    tinyDisk(1).drop()
    return true
  } catch {
    return false
  }
}

export const HAS_TINY_DISK = mayMount()
