import type { Category } from '../../../tenants/catalogue-schema.ts'
import { words } from '../../i18n/index.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Island } from '../../ui/Island.tsx'
import { type SummaryItem, SummaryList } from '../../ui/SummaryList.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

export type CheckStepProps = StepFrameProps & {
  items: SummaryItem[]
  disclosure: Category['disclosure']
  /** Where the town wants proof of work: what is to be done. */
  challenge?: string
}

/** Everything on one screen, each part with the way back to it. */
export function CheckStep({ items, disclosure, challenge, ...frame }: CheckStepProps) {
  const { language, town } = frame
  const { common, form, steps } = words(language)
  return (
    <StepFrame
      {...frame}
      title={steps.check}
      next={{ label: steps.next.check, icon: 'send', busy: form.sending, busyLong: steps.stillSending }}
    >
      <SummaryList items={items} />
      <p class="aside-line">
        <Icon name={disclosure === 'never' ? 'eye-off' : 'eye'} />
        <span>{form.publication[disclosure](common.kind[town.kind].nominative)}</span>
      </p>
      {challenge && <Island name="Proof" props={{ challenge }} />}
    </StepFrame>
  )
}
