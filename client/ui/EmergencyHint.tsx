import { Icon } from './Icon.tsx'

type Words = {
  emergencyQuestion: string
  emergencyOr: string
  emergencyCall: string
  police: string
  fireBrigade: string
}

export function EmergencyHint({ words }: { words: Words }) {
  return (
    <p class="emergency">
      <Icon name="siren" size="l" />
      <span>
        {words.emergencyQuestion}{' '}
        <a href="tel:110" aria-label={words.police}>
          110
        </a>{' '}
        {words.emergencyOr}{' '}
        <a href="tel:112" aria-label={words.fireBrigade}>
          112
        </a>{' '}
        {words.emergencyCall}
      </span>
    </p>
  )
}
