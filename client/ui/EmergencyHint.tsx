import { Icon } from './Icon.tsx'

type Words = { emergency: string; police: string; fireBrigade: string }

/** The sentence carries the numbers in braces, wherever its language puts them. */
export function EmergencyHint({ words }: { words: Words }) {
  const names: Record<string, string> = { '110': words.police, '112': words.fireBrigade }
  return (
    <p class="emergency">
      <Icon name="siren" size="l" />
      <span>
        {words.emergency.split(/\{(\d+)\}/).map((part) =>
          names[part] ? (
            <a key={part} href={`tel:${part}`} aria-label={names[part]}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </span>
    </p>
  )
}
