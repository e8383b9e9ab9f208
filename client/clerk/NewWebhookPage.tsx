import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { ChoiceRow } from '../ui/Choices.tsx'
import { FieldSet } from '../ui/FieldFrame.tsx'
import { Note } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PlainForm, typed } from './PlainForm.tsx'
import { WebhookFrame } from './WebhookFrame.tsx'
import type { NewWebhookPageProps } from './webhooks-props.ts'

const WHAT = 'webhook'

/** Another system: where it is, and of what it hears. */
export function NewWebhookPage({ frame, town, once, departments, groups, error, refused }: NewWebhookPageProps) {
  const { webhooks: w } = words(frame.language)
  const types = typed(refused, WHAT, 'types')
  const all = groups.flatMap((group) => group.types.map(({ value }) => value))
  const ticked = refused ? (types.value ?? '').split(',') : all
  return (
    <WebhookFrame frame={frame} town={town} title={w.add} lead={w.lead}>
      {error && <Note tone="bad" role="alert" title={error} />}
      <PlainForm
        frame={frame}
        action={clerk.newWebhook(town.key)}
        what={WHAT}
        once={once}
        refused={refused}
        submit={w.make}
      >
        <TextField
          {...typed(refused, WHAT, 'url')}
          label={w.address}
          hint={w.addressHint}
          type="url"
          autoComplete="off"
          maxLength={2000}
          required
        />
        <Select
          {...typed(refused, WHAT, 'department')}
          label={w.department}
          hint={w.departmentHint}
          empty={w.allDepartments}
          options={departments.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <FieldSet name="types" label={w.types} hint={w.typesHint} error={types.error}>
          <details class="settings__more" open={ticked.length < all.length}>
            <summary>{w.choose}</summary>
            {groups.map((group) => (
              <Group key={group.label} group={group} ticked={ticked} />
            ))}
          </details>
        </FieldSet>
      </PlainForm>
    </WebhookFrame>
  )
}

type GroupProps = { group: NewWebhookPageProps['groups'][number]; ticked: readonly string[] }

const Group = ({ group, ticked }: GroupProps) => (
  <fieldset class="webhook__group">
    <legend>{group.label}</legend>
    <div class="choices webhook__types">
      {group.types.map((type) => (
        <ChoiceRow
          key={type.value}
          type="checkbox"
          name="types"
          choice={{ ...type, hint: type.value }}
          checked={ticked.includes(type.value)}
        />
      ))}
    </div>
  </fieldset>
)
