/** What keeps a text from being YAML, in the words of somebody who has never heard of it. */
import {
  type Document,
  isAlias,
  isCollection,
  isScalar,
  isSeq,
  type LineCounter,
  visit,
  type YAMLParseError,
} from 'yaml'
import type { Place, Say } from './problem.ts'

export type Fault = Place & { message: string; isLocal: boolean }

/** The rest of the file can still be read with these. */
const LOCAL: readonly string[] = ['DUPLICATE_KEY', 'BAD_SCALAR_START', 'BAD_DQ_ESCAPE']

type Read = { document: Document.Parsed; lines: LineCounter; text: string; say: Say }
type Said = { message: string; offset?: number | undefined; isBreak?: boolean }

export function yamlFaults(read: Read): Fault[] {
  const { document, lines, say } = read
  const faults: Fault[] = []
  for (const error of document.errors) {
    const { message, offset = error.pos[0], isBreak } = sentence(error, read)
    const { line, col } = lines.linePos(offset)
    const isLocal = LOCAL.includes(error.code) && !isBreak
    if (!faults.some((fault) => fault.line === line)) faults.push({ line, column: col, message, isLocal })
    // Behind a break every further line is one more error of the same.
    if (!isLocal && error.code !== 'TAB_AS_INDENT') break
  }
  return [...faults, ...strayStars(document, lines, say)]
}

function sentence({ code, message, pos: [offset] }: YAMLParseError, read: Read): Said {
  const { document, text, say } = read
  const rest = text.slice(offset).split('\n')[0]!.trimEnd()
  const before = text.slice(0, offset).split('\n').at(-1)!.trimEnd()
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: say.yaml.tab }
    case 'DUPLICATE_KEY':
      return twiceInWords(read, offset, rest)
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/:(\s|$)/.test(rest)) return { message: say.yaml.colon(quoted(rest)) }
      return { message: say.yaml.indent, offset: nextLine(text, offset) }
    case 'BLOCK_IN_FLOW': {
      const opened = openedAt(document, offset, isCollection)
      return /[\]}]/.test(rest)
        ? { message: say.yaml.comma }
        : { message: say.yaml.unclosed(closing(text, opened)), offset: opened }
    }
    case 'MULTILINE_IMPLICIT_KEY':
      return { message: say.yaml.noColon(withColon(rest)) }
    case 'BAD_SCALAR_START':
      // In a list of one line the text ends with the next entry.
      return { message: say.yaml.reserved(rest[0]!, quoted(/[[{]/.test(before) ? rest.split(/[,\]}]/)[0]! : rest)) }
    case 'BAD_DQ_ESCAPE':
      return { message: say.yaml.backslash }
    case 'MULTIPLE_DOCS':
      return { message: say.yaml.documents }
    case 'BAD_INDENT': {
      const [, bracket] = /end with a ([\]}])/.exec(message) ?? []
      if (!bracket) return { message: say.yaml.indent }
      return { message: say.yaml.unclosed(bracket), offset: openedAt(document, offset, isCollection) }
    }
    case 'MISSING_CHAR':
      if (message.includes('quote'))
        return { message: say.yaml.quoteOpen, offset: openedAt(document, offset, isScalar) }
      if (message.includes('- indicator')) return { message: say.yaml.indent }
      return {
        message: message.includes('followed by map values') ? say.yaml.noColon(withColon(rest)) : say.yaml.comma,
      }
    case 'UNEXPECTED_TOKEN':
      if (message.includes('block-seq-ind')) return { message: say.yaml.listOnLine }
      if (message.includes('Unexpected , in')) return { message: say.yaml.commaTwice }
      if (message.startsWith('Block scalar header'))
        return { message: say.yaml.reserved(before.at(-1)!, quoted(before.at(-1) + rest)), offset: offset - 1 }
      if (/['"]$/.test(before)) return { message: say.yaml.afterQuote }
      if (/^[\]}]/.test(rest)) return { message: say.yaml.bracket(rest[0]!) }
      return {
        message: /at node end|scalar token in/.test(message) ? say.yaml.indent : say.yaml.other(technical(message)),
      }
    default:
      return { message: say.yaml.other(technical(message)) }
  }
}

/** `name Lemgo` and `name:Lemgo` → `name: Lemgo` */
const withColon = (line: string) => line.replace(/^([^\s:]+):?\s*/, '$1: ').trimEnd()

/** The first sign of the line after an offset that has one. */
const nextLine = (text: string, offset: number) => offset + (/^.*\n\s*/.exec(text.slice(offset))?.[0].length ?? 0)

type Start = { range?: [number, number, number] | null }

/** Where the bracket or quotation mark stands that is still open at an offset. */
function openedAt(document: Document, offset: number, isKind: (node: unknown) => boolean): number | undefined {
  let found: number | undefined
  visit(document, {
    Node(_, node) {
      const isOpen =
        isKind(node) && ((node as { flow?: boolean }).flow || /^QUOTE/.test(String((node as { type?: string }).type)))
      const start = (node as Start).range?.[0]
      if (isOpen && start !== undefined && start < offset) found = start
    },
  })
  return found
}

/** The bracket that closes the one at an offset. */
const closing = (text: string, offset: number | undefined) => (offset !== undefined && text[offset] === '[' ? ']' : '}')

/** Two fields of the same name: a slip, or an entry of a list that lacks its dash. */
function twiceInWords({ document, lines, say }: Read, offset: number, rest: string): Said {
  let said: Said = { message: say.yaml.indent }
  visit(document, {
    Map(_, { items }, path) {
      const starts = items.map(({ key }) => (key as Start).range?.[0])
      const index = starts.indexOf(offset)
      if (index < 0) return
      const name = String(items[index]!.key)
      const earlier = items.findIndex(({ key }) => String(key) === name)
      const isEntry = earlier === 0 && isSeq(path.at(-1))
      said = isEntry
        ? { message: say.yaml.newEntry(rest), isBreak: true }
        : { message: say.yaml.duplicate(name, lines.linePos(starts[earlier] ?? 0).line) }
    },
  })
  return said
}

/** `name: *Lemgo*` refers to an entry marked `&Lemgo*`, which nobody here ever means. */
function strayStars(document: Document, lines: LineCounter, say: Say): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Alias(_, node) {
      if (!isAlias(node) || node.resolve(document)) return
      const { line, col } = lines.linePos(node.range?.[0] ?? 0)
      const message = say.yaml.reserved('*', quoted(`*${node.source}`))
      faults.push({ line, column: col, message, isLocal: false })
    },
  })
  return faults
}

/** In the quotation marks that the text itself does not have. */
export function quoted(text: string): string {
  const bare = text.replace(/\s+#.*$/, '')
  return bare.includes('"') ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`
}

const technical = (message: string) => message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
