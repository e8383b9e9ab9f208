import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { KeyCap } from './KeyCap.tsx'

export type ToastData = {
  sentence: string
  /** What was not changed, and why: stays until it is closed. */
  refused?: { title: string; lines: string[] } | undefined
  undo?: { action: string; step: string; seconds: number; back: string } | undefined
}

/** What a change has done. The count of seconds stands outside of what is read out. */
export function Toast({ language, toast }: { language: Language; toast: ToastData }) {
  const { desk } = words(language)
  const { sentence, refused, undo } = toast
  return (
    <div class={`toast${refused ? ' toast--stays' : ''}`} data-toast data-done>
      <div class="toast__said" role="status">
        <p>{sentence}</p>
        {refused && (
          <>
            <p>{refused.title}</p>
            <ul>
              {refused.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {undo && (
        <form class="toast__undo" method="post" action={undo.action} data-undo={undo.seconds}>
          <input type="hidden" name="step" value={undo.step} />
          <input type="hidden" name="back" value={undo.back} />
          <button type="submit" data-key="z">
            <span>{desk.undo.button}</span>
            <KeyCap>z</KeyCap>
          </button>
          <span class="toast__seconds" data-seconds aria-hidden="true">
            {desk.undo.seconds(undo.seconds)}
          </span>
        </form>
      )}
      <button type="button" class="toast__close" data-toast-close data-needs-script>
        <Icon name="close" />
        <span class="sr">{desk.undo.close}</span>
      </button>
    </div>
  )
}
