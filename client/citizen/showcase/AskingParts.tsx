import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { CheckRows, ChoiceRows, ChoiceTiles } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SearchLine } from '../../ui/SearchLine.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Part } from './Part.tsx'

/** What asks. Each as it is at rest, filled, and with an error. */
export function AskingParts({ language }: { language: Language }) {
  const { common, form, errors } = words(language)
  const choices = [
    { value: 'yes', label: common.yes },
    { value: 'no', label: common.no, hint: form.description },
    { value: 'unknown', label: common.unknown },
  ]
  return (
    <>
      <Part name="TextField">
        <div lang={language}>
          <TextField name="rest" label={form.address} hint={form.addressHint} icon="map-pin" />
          <TextField name="optional" label={form.phone} optional={common.optional} type="tel" />
          <TextField name="filled" label={form.email} value="anna@post.example" type="email" />
          <TextField name="wrong" label={form.email} value="anna" type="email" error={errors.email_wrong} />
        </div>
      </Part>
      <Part name="TextArea, Select, SearchLine">
        <div lang={language}>
          <TextArea name="area" label={form.describe} hint={form.descriptionHint} />
          <Select name="select" label={form.category} options={choices} empty={common.unknown} />
          <SearchLine label={common.search} placeholder="" button={common.search} kind="secondary" />
        </div>
      </Part>
      <Part name="ChoiceRows, ChoiceTiles, CheckRows">
        <div lang={language}>
          <ChoiceRows name="rows" label={form.category} choices={choices} value="no" />
          <ChoiceTiles name="tiles" label={form.danger} choices={choices} value="yes" />
          <CheckRows name="checks" label={form.category} choices={choices} values={['yes', 'unknown']} />
          <ChoiceTiles name="missing" label={form.danger} choices={choices} error={errors.answer_missing} />
        </div>
      </Part>
      <Part name="ErrorSummary">
        {/* Folded, because it takes the focus as soon as it is shown. */}
        <details lang={language}>
          <summary lang="en">Show it</summary>
          <ErrorSummary
            title={common.checkFields(2)}
            errors={[
              { field: 'wrong', message: errors.email_wrong },
              { field: 'missing', message: errors.answer_missing },
            ]}
          />
        </details>
      </Part>
    </>
  )
}
