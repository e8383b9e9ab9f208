/** Browser and system in two words, for their owner to know a session by. Nothing else of the User-Agent is kept. */

// The order matters: most browsers name those they descend from, and phones name the desktop system.
const BROWSERS: [name: string, mark: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: [name: string, mark: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

/** `Firefox, Windows`; undefined when neither is known. */
export function deviceOf(userAgent: string | undefined): string | undefined {
  const named = [BROWSERS, SYSTEMS].map((kinds) => kinds.find(([, mark]) => mark.test(userAgent ?? ''))?.[0])
  return named.filter(Boolean).join(', ') || undefined
}
