/** The few signs of map controls, 24 grid, 2 px lines. */

const PATHS = {
  locate:
    'M12 2v4M12 18v4M2 12h4M18 12h4M12 5.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M12 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  arrows: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  north: 'M12 20V4M5 11l7-7 7 7',
  south: 'M12 4v16M5 13l7 7 7-7',
  west: 'M20 12H4M11 5l-7 7 7 7',
  east: 'M4 12h16M13 5l7 7-7 7',
}

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="map-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
