import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { SubjectFrame } from './SubjectFrame.tsx'

type Props = {
  frame: ClerkFrame
  town: { key: string }
  title: string
  lead?: string
  children: ComponentChildren
}

/** A page about one person. */
export function PeopleFrame({ town, ...page }: Props) {
  const { back } = words(page.frame.language).account.people
  return <SubjectFrame {...page} back={{ href: clerk.people(town.key), label: back }} />
}
