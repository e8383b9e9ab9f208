import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { ApiReference } from './ApiReference.tsx'
import type { DevelopersPageProps, Way } from './developers-props.ts'

/** What other systems can do here: each way in one sentence, an address, and an example that works. */
export function DevelopersPage(page: DevelopersPageProps) {
  const { language, town, ways } = page
  const { developers: w } = words(language)
  return (
    <div class="page developers">
      <header class="topics__head">
        <h1>{town ? w.title(town) : w.platformTitle}</h1>
        <p class="lead">{w.lead}</p>
        <ExampleTown {...page} />
      </header>
      <nav aria-label={w.contents}>
        <ul class="developers__contents">
          {ways.map(({ key }) => (
            <li key={key}>
              <a href={`#${key}`}>{w.ways[key].title}</a>
            </li>
          ))}
          <li>
            <a href="#aufrufe">{w.reference.title}</a>
          </li>
        </ul>
      </nav>
      {ways.map((way) => (
        <WaySection key={way.key} language={language} way={way} />
      ))}
      <GoodToKnow {...page} />
      <LicenceSection {...page} />
      <ApiReference language={language} reference={page.reference} documentHref={page.documentHref} />
    </div>
  )
}

function ExampleTown({ language, exampleTown, townsHref }: DevelopersPageProps) {
  const { developers: w } = words(language)
  if (!exampleTown) return null
  return (
    <p>
      {w.example(exampleTown.name)} <a href={townsHref}>{w.towns}</a>
    </p>
  )
}

function WaySection({ language, way }: { language: Language; way: Way }) {
  const { common, developers: w } = words(language)
  const { key, address, example, specHref } = way
  const { title, what, limit, spec } = w.ways[key]
  return (
    <section class="developers__way" aria-labelledby={key}>
      <h2 id={key} tabIndex={-1}>
        {title}
      </h2>
      <p>{what}</p>
      <dl class="developers__facts">
        <dt>{w.address}</dt>
        {address && (
          <dd class="developers__address">
            <code translate={false}>{address}</code>
            <CopyButton text={address} words={{ ...common, copy: w.copy }} about={title} />
          </dd>
        )}
        {!address && <dd>{w.addresses.webhooks}</dd>}
        <dt>{address ? w.try : w.sample}</dt>
        <dd class="developers__example">
          <pre translate={false}>{example}</pre>
          <CopyButton text={example} words={{ ...common, copy: w.copyExample }} about={title} kind="tertiary" />
        </dd>
        {key === 'widgets' && <Attributes language={language} />}
        <dt>{w.limit}</dt>
        <dd>{limit}</dd>
        <dt>{w.spec}</dt>
        <dd>
          <a href={specHref}>{spec}</a>
        </dd>
      </dl>
    </section>
  )
}

/** What can be said in the elements' tags. */
function Attributes({ language }: { language: Language }) {
  const { developers: w, embedding } = words(language)
  const { title: _, ...looks } = embedding.attributes
  return (
    <>
      <dt>{w.attributes.title}</dt>
      <dd>
        <dl class="fields">
          {Object.entries({ ...w.attributes.of, ...looks }).map(([name, what]) => (
            <div key={name}>
              <dt>
                <code translate={false}>{name}</code>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </dd>
    </>
  )
}

function GoodToKnow({ language, readsPerMinute }: DevelopersPageProps) {
  const { rules } = words(language).developers
  const { numbers, unchanged, origins, languages, errors, keys } = rules
  return (
    <section class="developers__way" aria-labelledby="regeln">
      <h2 id="regeln">{rules.title}</h2>
      <ul class="law__points">
        {[rules.limits(readsPerMinute), unchanged, origins, numbers, languages, errors, keys].map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}

function LicenceSection({ language, town, ways }: DevelopersPageProps) {
  const { developers: w } = words(language)
  const api = ways.find(({ key }) => key === 'api')?.address
  return (
    <section class="developers__way" aria-labelledby="lizenz">
      <h2 id="lizenz">{w.licence}</h2>
      {town && (
        <p>
          {w.licenceText} <a href={town.licence.url}>{town.licence.name}</a>
        </p>
      )}
      {!town && api && (
        <>
          <p>{w.licences}</p>
          <pre translate={false}>{`curl '${api}'`}</pre>
        </>
      )}
    </section>
  )
}
