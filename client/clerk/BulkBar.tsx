import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ChoiceRow } from '../ui/Choices.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { KEYS } from './actions.ts'
import { BULK_FORM } from './bulk-form.ts'
import { KeyCap } from './KeyCap.tsx'
import type { BulkProps } from './queue-props.ts'

type Props = { language: Language; bulk: BulkProps }

/** Below the list: what to do with the rows that are ticked. With script it comes with the first tick. */
export function BulkBar(props: Props) {
  const { language, bulk } = props
  const { desk, clerk: w } = words(language)
  return (
    <form
      class="bulk"
      id={BULK_FORM}
      method="post"
      action={bulk.action}
      aria-label={desk.bulk.title}
      data-bulk={desk.bulk.picked}
      data-draft
      data-busy={w.busy}
      data-without-script={bulk.picked.length === 0 ? '' : undefined}
      noValidate
    >
      <input type="hidden" name="back" value={bulk.back} />
      <p class="bulk__count" role="status" data-bulk-count>
        {bulk.picked.length > 0 ? desk.bulk.picked.replace('{n}', String(bulk.picked.length)) : desk.bulk.hint}
      </p>
      <FieldError name="picked" message={problemOf(bulk.errors, 'picked')} />
      <button type="submit" class="bulk__act" name="change" value="accept" data-key={KEYS.accept}>
        <Icon name="check" />
        <span>{w.actions.accept}</span>
        <KeyCap>{KEYS.accept!}</KeyCap>
      </button>
      <Menu icon="person" word={w.actions.assign} isOpen={bulk.open === 'assign'}>
        <AssignFields {...props} />
      </Menu>
      <Menu icon="check-circle" word={desk.bulk.end} isOpen={bulk.open === 'end'}>
        <EndFields {...props} />
      </Menu>
      <Menu icon="alert" word={w.urgent}>
        <Send value="priority:urgent">{w.actions.markUrgent}</Send>
        <Send value="priority:normal">{w.actions.markNormal}</Send>
      </Menu>
      <button type="button" class="bulk__clear" data-bulk-clear data-needs-script>
        <Icon name="close" />
        <span class="sr">{desk.bulk.clear}</span>
      </button>
    </form>
  )
}

type MenuProps = { icon: IconName; word: string; isOpen?: boolean; children: ComponentChildren }

function Menu({ icon, word, isOpen = false, children }: MenuProps) {
  return (
    <details class="bulk__menu" open={isOpen} name="sammel">
      <summary class="bulk__act">
        <Icon name={icon} />
        <span>{word}</span>
      </summary>
      <div class="bulk__panel on-ground">{children}</div>
    </details>
  )
}

function Send({ value, children }: { value: string; children: string }) {
  return (
    <button type="submit" class="btn btn--primary btn--staff" name="change" value={value}>
      <span>{children}</span>
    </button>
  )
}

function AssignFields({ language, bulk }: Props) {
  const { desk, clerk: w } = words(language)
  const { values, errors } = bulk
  return (
    <>
      {bulk.departments.length > 0 && (
        <Select
          name="department"
          label={w.panel.department}
          value={values.department}
          empty={desk.bulk.keepDepartment}
          options={bulk.departments}
          error={problemOf(errors, 'department')}
        />
      )}
      <Select
        name="clerkId"
        label={desk.bulk.person}
        value={values.clerkId}
        empty={desk.bulk.nobody}
        options={bulk.colleagues}
        error={problemOf(errors, 'clerkId')}
      />
      <Send value="assign">{w.actions.assign}</Send>
    </>
  )
}

function EndFields({ language, bulk }: Props) {
  const { desk, clerk: w } = words(language)
  const { values, errors, reasons } = bulk
  const options = (keys: string[]) => keys.map((value) => ({ value, label: w.reason(value) }))
  return (
    <>
      <Select
        name="reason"
        label={w.panel.reason}
        value={values.reason}
        empty={w.panel.choose}
        groups={[
          { label: desk.bulk.doneReasons, options: options(reasons.done) },
          { label: desk.bulk.declinedReasons, options: options(reasons.declined) },
        ]}
        error={problemOf(errors, 'reason')}
      />
      <TextArea
        name="answer"
        label={w.panel.answer}
        hint={desk.bulk.answerHint}
        value={values.answer}
        rows={3}
        error={problemOf(errors, 'answer')}
      />
      <ChoiceRow
        type="checkbox"
        name="silent"
        choice={{ value: 'true', label: w.panel.silent }}
        checked={Boolean(values.silent)}
      />
      <p class="meta">{desk.bulk.delay}</p>
      <Send value="end">{desk.bulk.end}</Send>
    </>
  )
}
