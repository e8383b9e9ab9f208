/** Names, ids and descriptions of form fields, the same for every kind of field and for the error summary's links. */

export type FieldProblem = { field: string; message: string }

export type FieldProps = {
  name: string
  label: string
  hint?: string
  error?: string
  /** The word for "optional" in the page's language. Required is the rule and not marked. */
  optional?: string
}

export const fieldId = (name: string) => `f-${name.replace(/[^a-z0-9]+/gi, '-')}`

export const problemOf = (problems: readonly FieldProblem[], name: string) =>
  problems.find((problem) => problem.field === name)?.message

/** Attributes that tie an input to its hint and its error. */
export function described({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const id = fieldId(name)
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined, 'aria-invalid': error ? true : undefined }
}
