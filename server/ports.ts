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
  /** Everything that is logged while `work` runs carries these facts, where the runtime can follow it. */
  within<T>(facts: Record<string, unknown>, work: () => Promise<T>): Promise<T>
}

/** One kind of the clock's work, of all towns together. */
export type DueFigure = { kind: string; waiting: number; overdue: number; failed: number; oldestSeconds: number }

/** Figures for whoever runs it. No name, address, path or town of anybody is in them. */
export interface Metrics {
  /** @param request `route` is the pattern of its path, never the path, which may hold a secret */
  answered(request: { route: string; method: string; status: number; seconds: number }): void
  /** All of them in the text format of Prometheus. */
  write(figures: DueFigure[]): Promise<{ contentType: string; text: string }>
}

/** Bytes by key, such as photos. A key is made by us and names the town first. */
export interface Blobs {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Null when there is none. */
  get(key: string): Promise<Uint8Array | null>
  /** Nothing happens when there is none. */
  remove(key: string): Promise<void>
}

export type Picture = {
  bytes: Uint8Array
  contentType: 'image/jpeg' | 'image/png' | 'image/webp'
  width: number
  height: number
}
export type CleanPhoto = Picture & {
  /** A small one for lists; null where none can be made. */
  thumb: Picture | null
}

export interface Photos {
  /**
   * Upright, without a trace of the camera, no larger than we keep.
   * @throws AppError invalid `photo_wrong_kind`, `photo_broken` or `photo_too_many_pixels`
   */
  clean(bytes: Uint8Array): Promise<CleanPhoto>
}

/** Pictures for messengers, which show no SVG. */
export interface Pictures {
  /** @param svg of our own making, with its size in it and nothing to load */
  toPng(svg: string): Promise<Uint8Array>
}

/** A place somebody may mean: words for a person, and where it is. */
export type FoundPlace = Point & { label: string; postcode?: string | undefined }

export interface Geocoder {
  /** Who answers, as the privacy page names them. */
  readonly provider: string
  /** Whether it may be asked while somebody is still typing; the public ones that forbid it say so in their rules. */
  readonly mayComplete: boolean
  /** At most `most`, best first, within the bounds. Throws when it does not answer in time. */
  search(
    words: string,
    within: { bounds: readonly [number, number, number, number]; language: string; most: number },
  ): Promise<FoundPlace[]>
  /** The address at a place, or null. Throws when it does not answer in time. */
  nameAt(point: Point, language: string): Promise<FoundPlace | null>
}

/** A town's own sign-in, as the town names it. */
export type OpenIdProvider = { town: string; issuer: string; clientId: string }

/** What belongs to one sign-in and to no other. */
export type OpenIdQuestion = { redirectUri: string; state: string; nonce: string; verifier: string }

/** Who somebody is there. */
export type OpenIdPerson = {
  issuer: string
  subject: string
  /** Methods and level by which they came in, as far as the provider says. */
  amr: readonly string[]
  acr: string | undefined
  /** The address that the provider itself has verified, or null. Throws as `finish` does. */
  readEmail: () => Promise<string | null>
}

/** OpenID Connect: code with PKCE. What goes wrong is an AppError with `facts.how` for the log. */
export interface OpenId {
  /**
   * @returns where the browser goes
   * @throws AppError unavailable `open_id_down`
   */
  begin(
    provider: OpenIdProvider,
    question: OpenIdQuestion & { acrValues?: readonly string[] | undefined },
  ): Promise<string>
  /** @throws AppError unavailable `open_id_down`, unauthenticated `open_id_denied` or `open_id_failed` */
  finish(provider: OpenIdProvider, question: OpenIdQuestion, answer: URLSearchParams): Promise<OpenIdPerson>
}

/** One call to somebody else's system, at an address that people have typed in. */
export type OutgoingCall = {
  url: string
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  timeoutMs: number
  /** A longer answer is cut off and refused. */
  mostBytes: number
}
export type OutgoingAnswer = { status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer> }

/**
 * Calls only public addresses over https, looked at after their names were resolved; what the installation itself
 * allows may lie elsewhere and speak http. Redirects are answers, never followed.
 */
export interface Outgoing {
  /** @throws DeliveryError `address_forbidden` (permanent), `unreachable`, `too_slow`, `answer_too_large` */
  call(call: OutgoingCall): Promise<OutgoingAnswer>
  /** Whether this address might be called, without calling it. @throws DeliveryError `address_forbidden`, `unreachable` */
  check(url: string): Promise<void>
}
