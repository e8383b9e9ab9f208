import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Chip, ChipMenu } from '../../ui/Chip.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { PhoneLink } from '../../ui/PhoneLink.tsx'
import { Part } from './Part.tsx'

const HERE = '#'

/** What can be pressed. */
export function ActingParts({ language }: { language: Language }) {
  const { common, form } = words(language)
  return (
    <>
      <Part name="Button">
        <p class="actions" lang={language}>
          <Button type="button">{form.send}</Button>
          <Button type="button" kind="secondary" icon="camera">
            {common.change}
          </Button>
          <Button type="button" kind="tertiary">
            {form.otherPlace}
          </Button>
          <Button type="button" kind="danger" icon="phone">
            {form.call('112')}
          </Button>
        </p>
        <p class="actions" lang={language}>
          <Button type="button" size="l">
            {form.send}
          </Button>
          <Button type="button" size="s">
            {form.send}
          </Button>
          <ButtonLink href={HERE} kind="secondary">
            {form.seeStatus}
          </ButtonLink>
        </p>
        <div lang={language}>
          <Button type="button" wide size="l">
            {common.report}
          </Button>
        </div>
      </Part>
      <Part name="Chip, ChipMenu">
        <p class="actions" lang={language}>
          <Chip href={HERE}>{words(language).status.short.received}</Chip>
          <Chip href={HERE} on>
            {words(language).status.short.in_progress}
          </Chip>
          <Chip href={HERE} on removable>
            {words(language).status.short.done}
          </Chip>
        </p>
        <div lang={language}>
          <ChipMenu label={form.category}>
            <a href={HERE}>{common.more}</a>
          </ChipMenu>
        </div>
      </Part>
      <Part name="CopyButton">
        <div class="actions" lang={language}>
          <CopyButton text="#1042" words={common} kind="primary" />
          <CopyButton text="#1042" words={common} about={common.number} />
        </div>
        <p class="small">Absent without script, and where the browser cannot copy.</p>
      </Part>
      <Part name="Pager, PhoneLink">
        <div lang={language}>
          <Pager previous={HERE} next={HERE} words={{ pages: common.more, previous: '1', next: '3' }} />
          <p>
            <PhoneLink number="05222 952-0" label={common.phone} />
          </p>
        </div>
      </Part>
    </>
  )
}
