/** XML 1.0 for the standards that want it: elements by nested objects, in the order written. */
import { XMLBuilder } from 'fast-xml-parser'

/** Null or '' is an empty element, undefined none; an array repeats its element; `@name` is an attribute, `#text` text. */
export type Xml = { [name: string]: XmlValue }
type XmlValue = string | number | boolean | null | undefined | Xml | readonly (string | Xml)[]

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true })
/** What XML 1.0 cannot hold, escaped or not (section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

export function xmlOf(document: Xml): string {
  const text: string = builder.build(document)
  return `<?xml version="1.0" encoding="utf-8"?>\n${text.replace(FORBIDDEN, '')}\n`
}
