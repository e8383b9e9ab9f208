import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { api, platform } from '../paths.ts'
import { EmergencyHint } from '../ui/EmergencyHint.tsx'
import { fieldId } from '../ui/field.ts'
import { Island } from '../ui/Island.tsx'
import { Note } from '../ui/Note.tsx'
import { SearchLine } from '../ui/SearchLine.tsx'
import { TownRow, type TownRowData } from './TownRow.tsx'

export type PlatformStartProps = {
  language: Language
  /** What was searched for, if anything. */
  q?: string
  results?: TownRowData[]
  towns: { name: string; href: string }[]
  map?: ComponentChildren
}

export function PlatformStart({ language, q, results, towns, map }: PlatformStartProps) {
  const { common, citizen } = words(language)
  const text = citizen.platform
  return (
    <div class={`platform${map ? ' split' : ''}`}>
      <div class="platform__main">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <TownSearch language={language} q={q} />
        {q && results && <Results language={language} q={q} results={results} />}
        <EmergencyHint words={common} />
        <section class="platform__towns" aria-labelledby="kommunen">
          <h2 id="kommunen">{text.towns(towns.length)}</h2>
          <ul>
            {towns.map((town) => (
              <li key={town.href}>
                <a href={town.href}>{town.name}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {map && <div class="split__map">{map}</div>}
    </div>
  )
}

function TownSearch({ language, q }: Pick<PlatformStartProps, 'language' | 'q'>) {
  const { common, citizen, map } = words(language)
  return (
    <form class="platform__search" action={platform.start()} method="get">
      <SearchLine
        label={citizen.platform.searchLabel}
        value={q}
        placeholder={citizen.platform.searchHint}
        button={common.search}
        kind={q ? 'secondary' : 'primary'}
      />
      <Island name="LocateTown" props={locateProps(language)} class="platform__locate">
        <button type="button" class="btn btn--secondary locate-town" data-needs-script>
          {map.findTown}
        </button>
        <p class="locate-status" role="status" />
      </Island>
    </form>
  )
}

function locateProps(language: Language) {
  const { map } = words(language)
  return {
    api: api.towns(),
    searchId: fieldId('q'),
    words: {
      locating: map.controls.locating,
      refused: map.townLocateRefused,
      failed: map.controls.locateFailed,
      none: map.noTownHere,
    },
  }
}

function Results({ language, q, results }: { language: Language; q: string; results: TownRowData[] }) {
  const text = words(language).citizen.platform
  if (results.length === 0) {
    return (
      <Note tone="neutral" icon="search" title={text.none(q)} role="status">
        <p>{text.noneText}</p>
      </Note>
    )
  }
  return (
    <section aria-labelledby="treffer">
      <h2 class="sr" id="treffer">
        {text.results(results.length, q)}
      </h2>
      <ul class="towns card">
        {results.map((town) => (
          <TownRow key={town.href ?? town.name} town={town} notYet={text.notYet} />
        ))}
      </ul>
    </section>
  )
}
