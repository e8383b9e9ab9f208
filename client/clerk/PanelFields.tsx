import type { JSX } from 'preact'
import { words } from '../i18n/index.ts'
import { problemOf } from '../ui/field.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import type { PanelAction } from './actions.ts'
import { MergeFields } from './MergeFields.tsx'
import { PlaceChange } from './PlaceChange.tsx'
import { ReasonField } from './ReasonField.tsx'
import { ResultPhotoField } from './ResultPhotoField.tsx'
import type { PanelProps } from './report-props.ts'
import { Gaps, TextModules } from './TextModules.tsx'

export function PanelFields(props: PanelProps) {
  return FIELDS[props.panel.action](props)
}

const FIELDS: Record<PanelAction, (props: PanelProps) => JSX.Element> = {
  answer: (props) => <AnswerFields {...props} />,
  close: (props) => (
    <>
      <ReasonField {...props} reasons={props.options.reasons.close} />
      <AnswerFields {...props} silent />
      <ResultPhotoField language={props.frame.language} error={problemOf(props.panel.errors, 'photo')} />
    </>
  ),
  decline: (props) => (
    <>
      <ReasonField {...props} reasons={props.options.reasons.decline} />
      <AnswerFields {...props} silent />
    </>
  ),
  handOver: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    return (
      <>
        <ReasonField {...props} reasons={props.options.reasons.handOver} label={w.handOverKind} />
        <TextField {...bound(props, 'partner')} label={w.partner} hint={w.handOverHint} />
        <AnswerFields {...props} silent />
      </>
    )
  },
  giveBack: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    return <TextArea {...bound(props, 'reason')} label={w.giveBackReason} hint={w.giveBackHint} />
  },
  merge: (props) => <MergeFields {...props} />,
  rejectObjection: (props) => {
    const { objection } = words(props.frame.language).clerk
    const hint = props.contact?.email && words(props.frame.language).clerk.panel.answerTo(props.contact.email)
    return <TextArea {...bound(props, 'answer')} label={objection.answer} hint={hint} rows={5} />
  },
  movePin: (props) => <PlaceChange {...props} />,
  reopen: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    return <TextArea {...bound(props, 'reason')} label={w.reopenReason} hint={w.internalHint} />
  },
  schedule: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    return (
      <>
        <TextField {...bound(props, 'date')} label={w.date} type="date" />
        <AnswerFields {...props} optional />
      </>
    )
  },
  ask: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    const email = props.contact?.email
    return (
      <>
        <TextModules language={props.frame.language} help={props.help} field="text" />
        <TextArea {...bound(props, 'text')} label={w.question} hint={email && w.questionHint(email)} />
        <Gaps />
        <Days {...props} />
      </>
    )
  },
  involvePartner: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    return (
      <>
        <Partner {...props} />
        <TextArea {...bound(props, 'instruction')} label={w.instruction} hint={w.instructionHint} />
        <Days {...props} />
      </>
    )
  },
  assign: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    const department = { ...bound(props, 'department') }
    const clerkId = { ...bound(props, 'clerkId') }
    return (
      <>
        <Select
          {...department}
          label={w.department}
          value={department.value ?? props.department.key}
          options={props.options.departments.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <Select
          {...clerkId}
          label={w.person}
          value={clerkId.value ?? props.clerk?.id}
          empty={w.anybody}
          options={props.options.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </>
    )
  },
  recategorise: (props) => {
    const { panel: w } = words(props.frame.language).clerk
    const { categories } = props.options
    const groups = [...new Set(categories.map(({ group }) => group))]
    return (
      <Select
        {...bound(props, 'category')}
        label={w.category}
        hint={w.categoryHint}
        empty={w.choose}
        groups={groups.map((label) => ({
          label,
          options: categories
            .filter(({ group }) => group === label)
            .map(({ key, name }) => ({ value: key, label: name })),
        }))}
      />
    )
  },
}

/** One of the town's partners, who gets a link; or anybody else by name. */
function Partner(props: PanelProps) {
  const { panel: w } = words(props.frame.language).clerk
  const { partners } = props.options
  if (partners.length === 0) return <TextField {...bound(props, 'partner')} label={w.partner} hint={w.partnerHint} />
  return (
    <>
      <Select
        {...bound(props, 'partnerKey')}
        label={w.partner}
        hint={w.partnerKeyHint}
        empty={w.otherPartner}
        options={partners.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <TextField {...bound(props, 'partner')} label={w.otherPartnerName} hint={w.partnerHint} />
    </>
  )
}

function Days(props: PanelProps) {
  const { panel: w } = words(props.frame.language).clerk
  const days = bound(props, 'days')
  return (
    <TextField {...days} label={w.days} value={days.value ?? '14'} type="number" inputMode="numeric" width="short" />
  )
}

/** A field with what was typed and what is wrong with it. */
const bound = ({ panel }: PanelProps, name: string) => ({
  name,
  value: panel.values[name],
  error: problemOf(panel.errors, name),
})
