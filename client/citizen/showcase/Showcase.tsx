/** Every part of client/ui with its states, for whoever builds pages. English: its readers are developers. */
import type { Language } from '../../../tenants/languages.ts'
import { ActingParts } from './ActingParts.tsx'
import { AskingParts } from './AskingParts.tsx'
import { Foundations } from './Foundations.tsx'
import { TellingParts } from './TellingParts.tsx'

export function Showcase({ language }: { language: Language }) {
  return (
    <div class="page showcase on-ground" lang="en">
      <h1>Building blocks</h1>
      <p class="lead">
        What pages are made of. Switch the system to dark, to more contrast or to forced colours, and zoom to 400 %: it
        all has to hold.
      </p>
      <Foundations language={language} />
      <ActingParts language={language} />
      <AskingParts language={language} />
      <TellingParts language={language} />
    </div>
  )
}
