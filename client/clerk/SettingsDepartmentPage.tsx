import { words } from '../i18n/index.ts'
import { Note } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { bound, SettingsForm } from './SettingsForm.tsx'
import { SettingsFrame, SettingsSection } from './SettingsFrame.tsx'
import type { SettingsSubject } from './settings-props.ts'

type Reach = { phone?: string; hours?: string; onCallPhone?: string; onCallHours?: string }

export type SettingsDepartmentPageProps = SettingsSubject & {
  name: string
  set: Reach & { absentUntil?: string }
  /** What counts without a setting. */
  file: Reach
  /** As it is now, by setting or file. */
  deputy?: string
  others: { key: string; name: string }[]
  /** The absence in words, while it lasts. */
  absence?: string
}

export function SettingsDepartmentPage(page: SettingsDepartmentPageProps) {
  return (
    <SettingsFrame {...page} title={page.name}>
      <Absence {...page} />
      <ReachPart {...page} />
    </SettingsFrame>
  )
}

function Absence({ set, deputy, others, absence, ...page }: SettingsDepartmentPageProps) {
  const { settings } = words(page.frame.language)
  const w = settings.departments
  const field = (name: string, value?: string) => bound(page, 'absence', name, value)
  return (
    <SettingsSection id="abwesenheit" title={w.absence}>
      {absence && <Note tone="warn" icon="calendar" title={absence} />}
      <p class="muted">{w.absenceHint}</p>
      <SettingsForm {...page} what="absence" submit={w.saveAbsence}>
        <TextField {...field('absentUntil', set.absentUntil)} label={w.absentUntil} type="date" width="short" />
        <Select
          {...field('deputy', deputy)}
          label={w.deputy}
          empty={w.choose}
          options={others.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </SettingsForm>
      {absence && <SettingsForm {...page} what="return" submit={w.return} kind="secondary" />}
    </SettingsSection>
  )
}

function ReachPart({ set, file, ...page }: SettingsDepartmentPageProps) {
  const { settings, common } = words(page.frame.language)
  const w = settings.departments
  const field = (name: keyof Reach, hint?: string) => ({
    ...bound(page, 'reach', name, set[name]),
    hint: [hint, file[name] && settings.fileValue(file[name])].filter(Boolean).join(' ') || undefined,
    optional: common.optional,
  })
  return (
    <SettingsSection id="erreichbarkeit" title={w.reach}>
      <SettingsForm {...page} what="reach" submit={settings.save}>
        <TextField {...field('phone')} label={w.phone} type="tel" />
        <TextField {...field('hours', w.hoursHint)} label={w.hours} />
        <h3>{w.onCall}</h3>
        <p class="muted">{w.onCallHint}</p>
        <TextField {...field('onCallPhone')} label={w.onCallPhone} type="tel" />
        <TextField {...field('onCallHours', w.onCallHoursHint)} label={w.onCallHours} />
      </SettingsForm>
    </SettingsSection>
  )
}
