import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { SearchLine } from '../ui/SearchLine.tsx'
import { NotJoinedNote } from './NotJoined.tsx'
import type { NotJoinedTown, TownFace } from './town-face.ts'

export type TopicGroup = { key: string; name: string; topics: TopicLine[] }
type TopicLine = {
  key: string
  name: string
  icon: string
  /** Why nobody can choose it today. */
  resting?: string
}

export type TopicListProps = {
  language: Language
  town: TownFace
  /** What was searched for, if anything. */
  q?: string
  groups: TopicGroup[]
  notJoined?: NotJoinedTown
}

/** All that can be reported, by group. */
export function TopicList({ language, town, q, groups, notJoined }: TopicListProps) {
  const { common, topics: text } = words(language)
  const count = groups.flatMap((group) => group.topics).length
  return (
    <div class="topics page">
      <header class="topics__head">
        <h1>{text.title(town)}</h1>
        <p class="lead">{text.lead}</p>
        {notJoined && <NotJoinedNote language={language} town={town} {...notJoined} />}
        <search>
          <form action={addresses(town.base).topics()} method="get">
            <SearchLine
              label={text.searchLabel}
              value={q}
              placeholder={text.searchHint}
              button={common.search}
              kind="secondary"
            />
          </form>
        </search>
        {q && count > 0 && (
          <p class="muted small" role="status">
            {text.found(count)} · <a href={addresses(town.base).topics()}>{text.showAll}</a>
          </p>
        )}
      </header>
      {count === 0 && q ? (
        <NoTopic language={language} town={town} q={q} canReport={notJoined?.reachable !== false} />
      ) : (
        groups.map((group) => <Group key={group.key} town={town} group={group} />)
      )}
    </div>
  )
}

function Group({ town, group }: { town: TownFace; group: TopicGroup }) {
  const id = `g-${group.key}`
  return (
    <section class="topics__group" aria-labelledby={id}>
      <h2 id={id}>{group.name}</h2>
      <ul>
        {group.topics.map(({ key, name, icon, resting }) => (
          <li class="topics__line" key={key}>
            <Icon name={icon} />
            <div>
              <a href={addresses(town.base).topic(key)}>{name}</a>
              {resting && <p class="meta">{resting}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type NoTopicProps = Pick<TopicListProps, 'language' | 'town'> & { q: string; canReport: boolean }

function NoTopic({ language, town, q, canReport }: NoTopicProps) {
  const { common, topics: text } = words(language)
  return (
    <EmptyState title={text.none(q)} text={canReport ? text.noneText : undefined}>
      {canReport && (
        <ButtonLink href={addresses(town.base).report()} size="s">
          {common.report}
        </ButtonLink>
      )}
      <ButtonLink href={addresses(town.base).topics()} kind="secondary" size="s">
        {text.showAll}
      </ButtonLink>
    </EmptyState>
  )
}
