import { words } from '../i18n/index.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NOUNS, opensPanel } from './actions.ts'
import { KeyCap } from './KeyCap.tsx'
import { MailPreview } from './MailPreview.tsx'
import { PanelFields } from './PanelFields.tsx'
import type { ClerkReportPageProps } from './report-props.ts'
import { StaleNote } from './StaleNote.tsx'

/** The form of the chosen action: beside the report on a desk, below the actions on a phone, never over it. */
export function Panel(page: ClerkReportPageProps) {
  const { panel, stale, actions } = page
  const { common, clerk: w, desk } = words(page.frame.language)
  if (!panel || !opensPanel(panel.action)) return null
  const isStillPossible = actions.includes(panel.action)
  const hasText = Object.values(panel.values).some((value) => value.trim() !== '')
  return (
    <section class="panel on-ground" id="panel" aria-labelledby="panel-titel">
      <div class="panel__head">
        {/* biome-ignore lint/a11y/noAutofocus: the person has just asked for this form */}
        <h2 id="panel-titel" tabIndex={-1} autoFocus={panel.errors.length === 0}>
          {w.actions[panel.action]}
        </h2>
        <a class="panel__close" href={page.panelHref(null)} data-panel-close>
          <Icon name="close" size="l" />
          <span class="sr">{w.panel.close}</span>
        </a>
      </div>
      {stale && <StaleNote language={page.frame.language} stale={stale} hasText={hasText} />}
      <ErrorSummary title={common.checkFields(panel.errors.length)} errors={panel.errors} />
      <form
        class="panel__form"
        method="post"
        action={page.actionHref(NOUNS[panel.action])}
        encType={panel.action === 'close' ? 'multipart/form-data' : undefined}
        noValidate
        data-panel
        data-draft
        data-busy={w.busy}
        data-preview={page.help?.previewHref}
        data-proposed={page.help?.isProposed || undefined}
        data-gap-words={desk.modules.gap}
      >
        {/* Enter in a field sends the form, whichever buttons stand above the last one. */}
        {isStillPossible && <button type="submit" class="sr" tabIndex={-1} aria-hidden="true" data-send />}
        <input type="hidden" name="version" value={page.version} />
        <PanelFields {...page} panel={{ ...panel, action: panel.action }} />
        {page.help && <MailPreview language={page.frame.language} help={page.help} />}
        {isStillPossible && (
          <div class="panel__send">
            <button type="submit" class="btn btn--primary btn--wide">
              {stale ? w.panel.stillSend : w.panel.submit[panel.action]}
            </button>
            <p class="key-hints" data-needs-script>
              <span>
                <KeyCap>{w.keys.ctrl}</KeyCap> <KeyCap>↵</KeyCap> {w.panel.sendKeys}
              </span>
            </p>
          </div>
        )}
      </form>
    </section>
  )
}
