import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { EmergencyHint } from '../../ui/EmergencyHint.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Note, type NoteTone } from '../../ui/Note.tsx'
import { ReportRows } from '../../ui/ReportRow.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { Part } from './Part.tsx'

const TONES: NoteTone[] = ['info', 'warn', 'bad', 'ok', 'neutral']
const HERE = '#'

/** What tells. */
export function TellingParts({ language }: { language: Language }) {
  const { common, form, status } = words(language)
  const row = { href: HERE, icon: 'road', age: form.today, dateTime: '2026-11-16' }
  const label = (key: 'received' | 'done') => ({ key, label: status.label[key] })
  return (
    <>
      <Part name="Note">
        <div lang={language}>
          {TONES.map((tone) => (
            <Note key={tone} tone={tone} title={form.next}>
              <p>{form.untilText}</p>
            </Note>
          ))}
        </div>
      </Part>
      <Part name="EmergencyHint">
        <div lang={language}>
          <EmergencyHint words={common} />
        </div>
      </Part>
      <Part name="ReportRow">
        <div lang={language}>
          <ReportRows
            reports={[
              { ...row, number: 1042, category: form.category, place: form.address, status: label('received') },
              { ...row, number: 7, category: form.category, text: form.descriptionHint, status: label('done') },
            ]}
          />
        </div>
      </Part>
      <Part name="SummaryList">
        <div lang={language}>
          <SummaryList
            items={[
              { term: common.number, value: '#1042' },
              { term: form.address, value: '…', change: { href: HERE, word: common.change, hidden: form.address } },
            ]}
          />
        </div>
      </Part>
      <Part name="Timeline">
        <div lang={language}>
          <Timeline
            steps={[
              { mark: 'done', title: status.label.done, when: form.today, text: form.untilText, quoted: true },
              { mark: { icon: 'mail' }, title: status.step.answered, text: form.usuallyText },
              { mark: 'received', title: status.label.received, when: form.today },
            ]}
          />
        </div>
      </Part>
      <Part name="EmptyState">
        <div lang={language}>
          <EmptyState title={form.otherPlace} text={form.untilText} />
        </div>
      </Part>
    </>
  )
}
