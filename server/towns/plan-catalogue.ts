/** What a new version of the shared catalogue changes. Pure. */
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import { type Change, fieldDifferences, isSame, keyedDifferences } from './differences.ts'

type Question = WholeCategory['questions'][number]
type Fields = Record<string, unknown>

export function planCatalogue(before: readonly WholeCategory[], after: readonly WholeCategory[]): Change[] {
  const earlier = new Map(before.map((category) => [category.key, category]))
  const kept = after.flatMap((category) => {
    const one = earlier.get(category.key)
    return one ? [{ from: one, to: category }] : []
  })
  const [from, to] = [before, after].map((all) => new Map(all.map((category) => [category.key, nameOf(category)])))
  const comeAndGo = keyedDifferences('category', from!, to!).filter(({ field }) => !field)
  const newWords = kept.filter((pair) => !isSame(wordsOf(pair.from), wordsOf(pair.to))).map((pair) => pair.to.key)
  return [
    ...comeAndGo,
    ...kept.flatMap((pair) => categoryChanges(pair.from, pair.to)),
    ...(newWords.length > 0 ? [{ what: 'words' as const, to: newWords }] : []),
  ]
}

const nameOf = ({ name }: WholeCategory): Fields => ({ name })

function categoryChanges(before: WholeCategory, after: WholeCategory): Change[] {
  const { key } = after
  const own = fieldDifferences(decisionsOf(before), decisionsOf(after))
  const questions = keyedDifferences('question', questionsOf(before), questionsOf(after))
  return [...own.map((change): Change => ({ what: 'category', key, ...change })), ...questions]
}

/** Everything but words and questions: deadlines, disclosure, photo, contact, season. */
function decisionsOf(category: WholeCategory): Fields {
  const { name: _n, groupName: _g, notice: _o, instantAnswer: _i, search: _s, questions: _q, ...decisions } = category
  return decisions
}

const questionsOf = ({ key, questions }: WholeCategory) =>
  new Map(questions.map((question) => [`${key}.${question.key}`, shapeOf(question)]))

function shapeOf({ label: _l, hint: _h, options, effects, ...shape }: Question): Fields {
  return {
    ...shape,
    options: options?.map((option) => option.key),
    effects: effects.map(({ text: _t, ...effect }) => effect),
  }
}

function wordsOf(category: WholeCategory) {
  const { name, groupName, notice, instantAnswer, search, questions } = category
  const asked = questions.map(({ key, label, hint, options, effects }) => {
    const texts = effects.map(({ is, text }) => [is, text])
    return [key, label, hint, options, texts]
  })
  return [name, groupName, notice, instantAnswer, search, asked]
}
