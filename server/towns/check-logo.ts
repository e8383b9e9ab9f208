/** A logo is a picture and nothing else: it is served from here, so it must bring no program and call nobody. */
import { placeIn } from './json-places.ts'
import type { Problem, Say } from './problem.ts'

const ROOT = /^\uFEFF?\s*(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE\s+svg[^>[]*>|\s)*<svg[\s>]/i
const SCRIPT = /<\s*(?:script|foreignObject|iframe|object|embed|handler)\b|\son[a-z]+\s*=|javascript\s*:|<!ENTITY/i
/** Addresses a picture loads from: only its own parts (`#…`) and embedded pictures are its own. */
const REFERENCE =
  /(?:\bhref\s*=\s*|\bsrc\s*=\s*)["']\s*(?!#|data:image\/)([^"']*)["']|url\(\s*["']?\s*(?!#|data:)([^"')]+)|@import\s+["']?([^"';]+)/i

export function checkLogo(file: string, svg: string, say: Say): Problem[] {
  if (!ROOT.test(svg)) return [{ file, line: 1, column: 1, message: say.logo.notSvg }]
  const script = SCRIPT.exec(svg)
  const foreign = REFERENCE.exec(svg)
  return [
    ...(script ? [{ file, ...placeIn(svg, startOf(script)), message: say.logo.script }] : []),
    ...(foreign
      ? [{ file, ...placeIn(svg, startOf(foreign)), message: say.logo.foreign(foreign.slice(1).find(Boolean) ?? '') }]
      : []),
  ]
}

const startOf = ({ index, 0: found }: RegExpExecArray) => index + found.length - found.trimStart().length
