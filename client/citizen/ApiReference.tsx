import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Call, Field, Reference, Shape, TypeWord } from './developers-props.ts'

type Props = { language: Language; reference: Reference; documentHref: string }

/** All calls of the JSON API and what they are made of, from its own document. */
export function ApiReference({ language, reference, documentHref }: Props) {
  const { reference: w } = words(language).developers
  return (
    <section class="developers__way" aria-labelledby="aufrufe">
      <h2 id="aufrufe" tabIndex={-1}>
        {w.title}
      </h2>
      <p>
        {w.lead} <a href={documentHref}>{w.file}</a>
      </p>
      {reference.groups.map(({ tag, calls }) => (
        <div key={tag} class="developers__group">
          <h3>{w.tags[tag] ?? tag}</h3>
          {calls.map((call) => (
            <CallDetails key={call.id} language={language} call={call} />
          ))}
        </div>
      ))}
      <div class="developers__group">
        <h3>{w.shapes}</h3>
        <p>{w.shapesLead}</p>
        {reference.shapes.map((shape) => (
          <ShapeDetails key={shape.name} language={language} shape={shape} />
        ))}
      </div>
    </section>
  )
}

function CallDetails({ language, call }: { language: Language; call: Call }) {
  const { reference: w } = words(language).developers
  const { id, method, path, summary, description, scope, parameters, body, answers } = call
  return (
    <details class="call">
      <summary>
        <span class="call__head" lang="en">
          <code translate={false}>
            <b class="call__method">{method}</b> {path}
          </code>
          <span>{summary}</span>
        </span>
        <Icon name="chevron-down" size="s" />
      </summary>
      <div class="call__body" id={id}>
        {scope && <p class="call__key">{scope.isOptional ? w.mayKey(scope.name) : w.needsKey(scope.name)}</p>}
        {description && (
          <p lang="en">
            <Prose text={description} />
          </p>
        )}
        {parameters.length > 0 && (
          <>
            <h4>{w.parameters}</h4>
            <Fields language={language} fields={parameters} />
          </>
        )}
        {body.length > 0 && (
          <>
            <h4>{w.body}</h4>
            <dl class="fields" lang="en">
              {body.map(({ media, type }) => (
                <div key={media}>
                  <dt>
                    <code>{media}</code>
                  </dt>
                  <dd>
                    <Type words={type} />
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <h4>{w.answers}</h4>
        <dl class="fields" lang="en">
          {answers.map(({ status, description, type }) => (
            <div key={status}>
              <dt>
                <code>{status}</code> <Type words={type} />
              </dt>
              <dd>
                <Prose text={description} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}

function ShapeDetails({ language, shape }: { language: Language; shape: Shape }) {
  const { name, description, type, fields } = shape
  return (
    <details class="call">
      <summary>
        <code class="call__head" translate={false}>
          {name}
        </code>
        <Icon name="chevron-down" size="s" />
      </summary>
      <div class="call__body" id={shapeId(name)}>
        {description && (
          <p lang="en">
            <Prose text={description} />
          </p>
        )}
        {fields.length > 0 ? (
          <Fields language={language} fields={fields} />
        ) : (
          <p lang="en">
            <Type words={type} />
          </p>
        )}
      </div>
    </details>
  )
}

function Fields({ language, fields }: { language: Language; fields: Field[] }) {
  const { required } = words(language).developers.reference
  return (
    <dl class="fields" lang="en">
      {fields.map(({ name, type, isRequired, description }) => (
        <div key={name}>
          <dt>
            <code translate={false}>{name}</code> <Type words={type} />
            {isRequired && (
              <span class="fields__required" lang={language === 'en' ? 'en' : 'de'}>
                {required}
              </span>
            )}
          </dt>
          {description && (
            <dd>
              <Prose text={description} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function Type({ words }: { words: TypeWord[] }) {
  return (
    <span class="fields__type" translate={false}>
      {words.map((word) =>
        typeof word === 'string' ? (
          word
        ) : (
          <a key={word.shape} href={`#${shapeId(word.shape)}`}>
            {word.shape}
          </a>
        ),
      )}
    </span>
  )
}

/** Inside of what folds, so that a link to it unfolds it. */
const shapeId = (name: string) => `form-${name}`

/** What stands between backticks is code. */
function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}
