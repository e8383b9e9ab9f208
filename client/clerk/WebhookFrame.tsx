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
  class?: string
  children: ComponentChildren
}

/** A page about one webhook. */
export function WebhookFrame({ town, ...page }: Props) {
  const { back } = words(page.frame.language).webhooks
  return <SubjectFrame {...page} back={{ href: clerk.webhooks(town.key), label: back }} />
}
