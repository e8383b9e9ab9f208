/** Absolute URLs, always from configuration and never from the Host header. */
import type { RegisteredTown } from '../context.ts'

/** Where a town lives: its own host, or its path on the platform's. */
export function townUrl(publicUrl: string, town: { key: string; host?: string | null | undefined }): string {
  if (!town.host) return `${publicUrl}/${town.key}`
  const { protocol, port } = new URL(publicUrl)
  return `${protocol}//${town.host}${port ? `:${port}` : ''}`
}

export const absoluteUrl = (publicUrl: string, town: RegisteredTown, path: string) =>
  `${townUrl(publicUrl, town)}${path}`
