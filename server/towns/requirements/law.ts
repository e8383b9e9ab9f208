/** What the law wants a town to have before it takes reports. */
import { type Finding, met, missing, type TownFacts } from './requirement.ts'

const PAGES = ['imprint', 'privacy', 'accessibility'] as const

export function legalPagesThere({ town: { legal } }: TownFacts): Finding {
  const pages = PAGES.filter((page) => !legal[page])
  return pages.length > 0 ? missing({ pages }) : met()
}

export function agreementDated({ town: { legal }, today }: TownFacts): Finding {
  const date = legal.processingAgreement
  if (!date) return missing()
  return date > today ? missing({ date }) : met({ date })
}
