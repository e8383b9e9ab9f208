/**
 * One process per data folder. A second one on PGlite's files would lose data silently, so the lock is a listening
 * Unix socket inside the folder: it dies with its process, and it is the control channel by which commands ask the
 * running server to do their work.
 */
import { linkSync, mkdirSync, statSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import { ConfigError } from '../config.ts'

/** `by`: whoever typed it, for the history. */
export type Command = { command: string; args: string[]; by?: string | undefined }
/** `output` for people, `data` for machines. */
export type Reply = { ok: boolean; output: string; data?: unknown }
export type Answer = (command: Command) => Promise<Reply>

const SOCKET = 'control.sock'
/** sun_path holds 108 bytes including its end. */
const LONGEST_PATH = 107

/** Shortest way to name the socket: the kernel cuts long paths, and a relative one is often short enough. */
function socketPath(dataDir: string, name: string): string {
  const absolute = join(dataDir, name)
  const near = relative(process.cwd(), absolute)
  const path = near.length < absolute.length ? near : absolute
  if (Buffer.byteLength(path) > LONGEST_PATH) {
    throw new ConfigError([
      `DATA_DIR: Der Pfad ${dataDir} ist zu lang für einen Socket. Nehmen Sie einen Ordner mit kürzerem Pfad.`,
    ])
  }
  return path
}

/** Asks the process that holds the folder; null when nobody does. */
export function askHolder(dataDir: string, command: Command): Promise<Reply | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath(dataDir, SOCKET))
    let text = ''
    socket.on('connect', () => socket.end(JSON.stringify(command)))
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => {
      try {
        resolve(JSON.parse(text) as Reply)
      } catch (cause) {
        reject(new Error('Der laufende Server hat abgebrochen. Warum, steht in seinem Log.', { cause }))
      }
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null)
      else reject(error)
    })
  })
}

/**
 * Takes the folder or throws when another process has it. `answer` serves commands from then on.
 * Returns a function that gives the folder back.
 */
export async function lockDataDir(dataDir: string, answer: Answer): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = socketPath(dataDir, SOCKET)
  const own = socketPath(dataDir, `${process.pid}.sock`)
  removeIfThere(own)
  const server = await listen(own, (socket) => void serve(socket, answer))
  const inode = statSync(own).ino
  // link() is atomic: of two processes that start together only one gets the name.
  for (let tries = 0; !linkIfFree(own, lock); tries++) {
    if (tries > 2 || (await isListening(lock))) {
      server.close()
      removeIfThere(own)
      throw new ConfigError([
        `DATA_DIR: Ein anderer Prozess benutzt ${dataDir}. Beenden Sie ihn, oder nehmen Sie einen anderen Ordner: DATA_DIR=…`,
      ])
    }
    removeIfThere(lock) // left by a killed process
  }
  removeIfThere(own)
  // A third process may have taken our fresh socket for the stale one it had just probed; then we are not the holder.
  await new Promise((resolve) => setTimeout(resolve, 30))
  if (statSync(lock).ino !== inode) {
    server.close()
    throw new ConfigError([
      `DATA_DIR: Ein anderer Prozess hat ${dataDir} im selben Moment genommen. Starten Sie noch einmal.`,
    ])
  }
  return () => {
    server.close()
    removeIfThere(lock)
  }
}

async function serve(socket: Socket, answer: Answer): Promise<void> {
  let text = ''
  socket.on('error', () => socket.destroy())
  for await (const chunk of socket) text += chunk
  if (text === '') return void socket.end() // a probe
  const reply = await answer(JSON.parse(text) as Command).catch((error: Error) => ({
    ok: false,
    output: error.message,
  }))
  socket.end(JSON.stringify(reply))
}

function listen(path: string, onConnection: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, onConnection)
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path, () => {
      probe.end()
      resolve(true)
    })
    probe.on('error', () => resolve(false))
  })
}

function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
