/** Text modules name only what there is: placeholders, categories, reasons; and none is there twice. */
import { inEveryLanguage } from '../../tenants/languages.ts'
import { type TextModule, unknownPlaceholders } from '../../tenants/text-module.ts'
import { CLOSING_REASONS } from '../reports/status.ts'
import type { Check } from './check.ts'
import { offeredBy } from './check-categories.ts'
import type { Say } from './problem.ts'

type Found = { path: PropertyKey[]; message: string }
const REASONS: readonly string[] = Object.values(CLOSING_REASONS).flat()

export function checkModules(check: Check): void {
  const { file, say, found } = check
  for (const { path, message } of moduleProblems(file.modules, { offered: [...offeredBy(check)], say })) {
    found(['modules', ...path], message)
  }
}

export function moduleProblems(
  modules: readonly TextModule[],
  { offered, say }: { offered: readonly string[]; say: Say },
): Found[] {
  return modules.flatMap(({ key, text, reason, categories = [] }, index) => {
    const found: Found[] = []
    const unknown = Object.values(inEveryLanguage(text)).flatMap(unknownPlaceholders)[0]
    if (unknown !== undefined) found.push({ path: [index, 'text'], message: say.module.placeholder(unknown) })
    if (modules.findIndex((other) => other.key === key) !== index)
      found.push({ path: [index, 'key'], message: say.module.twice(key) })
    if (reason && !REASONS.includes(reason))
      found.push({ path: [index, 'reason'], message: say.module.reason(reason, REASONS.join(', ')) })
    categories.forEach((category, place) => {
      if (!offered.includes(category))
        found.push({ path: [index, 'categories', place], message: say.module.category(category) })
    })
    return found
  })
}
