import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { PlainForm, typed } from './PlainForm.tsx'
import type { InvitePageProps } from './people-props.ts'
import { RoleFields } from './RoleFields.tsx'

/** Somebody new for the town. */
export function InvitePage({ frame, town, choice, error, refused }: InvitePageProps) {
  const { people: w } = words(frame.language).account
  return (
    <PeopleFrame frame={frame} town={town} title={w.invite} lead={w.inviteLead}>
      {error && <Note tone="bad" role="alert" title={error} />}
      <PlainForm frame={frame} action={clerk.invite(town.key)} what="invite" refused={refused} submit={w.send}>
        <TextField {...typed(refused, 'invite', 'name')} label={w.name} autoComplete="off" maxLength={100} required />
        <TextField
          {...typed(refused, 'invite', 'email')}
          label={w.email}
          type="email"
          autoComplete="off"
          maxLength={254}
          required
        />
        <RoleFields frame={frame} what="invite" refused={refused} choice={choice} />
      </PlainForm>
    </PeopleFrame>
  )
}
