/** What the application needs from the outside; adapters fill these in per runtime. */

export type Point = { lat: number; lon: number }

/** A town, as much of it as another one needs. */
export type OtherTown = { key: string; name: string; host?: string | undefined }

export type NearTown = OtherTown & { metres: number }

/** Which town answers for a place. */
export interface Places {
  /** The municipality on the platform at this place, or null. */
  municipalityAt(point: Point): Promise<OtherTown | null>
  /** The live town with this municipality or county key (AGS). */
  townByAgs(ags: string): Promise<OtherTown | null>
  /** Whether the place lies inside this town's own boundary; for a county, whose places belong to municipalities. */
  covers(town: string, point: Point): Promise<boolean>
  /** Metres from a place outside to this town's border; null for an unknown town. */
  metresBeyond(town: string, point: Point): Promise<number | null>
  /** Other member municipalities whose border lies within so many metres of the place. */
  neighboursNear(town: string, point: Point, metres: number): Promise<NearTown[]>
}

export type MailMessage = {
  to: string
  fromName: string
  /** Without it answers go to the platform's own address. */
  replyTo?: string | undefined
  subject: string
  text: string
  /** The same words. */
  html?: string | undefined
  /** Where the one who gets it ends such mails by one POST (RFC 8058). */
  stopUrl?: string | undefined
  /** Stable per delivery, so that a repeated sending can be recognised. */
  messageId: string
}

export interface Mailer {
  /** Hands the message over. Throws DeliveryError when that fails. */
  send(message: MailMessage): Promise<void>
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** True if it fits. Takes equally long for a missing hash, so that nobody learns who has an account. */
  verify(password: string, hash: string | null): Promise<boolean>
}

export interface Log {
  info(facts: Record<string, unknown>, message: string): void
  warn(facts: Record<string, unknown>, message: string): void
  error(facts: Record<string, unknown>, message: string): void
}
