import { words } from '../i18n/index.ts'
import { CheckRows, ChoiceRows } from '../ui/Choices.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { type Refused, typed } from './PlainForm.tsx'
import type { RoleChoice } from './people-props.ts'

type Props = { frame: ClerkFrame; what: string; refused?: Refused; choice: RoleChoice }

/** Which role, and for a clerk in which departments. */
export function RoleFields({ frame, what, refused, choice }: Props) {
  const { people: w } = words(frame.language).account
  const role = typed(refused, what, 'role')
  const departments = typed(refused, what, 'departments')
  return (
    <>
      <ChoiceRows
        {...role}
        value={role.value ?? choice.role}
        label={w.role}
        choices={(['clerk', 'dispatcher', 'admin'] as const).map((value) => ({
          value,
          label: w.roles[value] ?? value,
          hint: w.roleHints[value],
        }))}
      />
      <CheckRows
        name="departments"
        error={departments.error}
        label={w.departments}
        hint={w.departmentsHint}
        values={departments.value?.split(',') ?? choice.departments}
        choices={choice.all.map(({ key, name }) => ({ value: key, label: name }))}
      />
    </>
  )
}
