import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { BoundaryPicture } from '../../client/map/BoundaryPicture.tsx'
import { TownMap } from '../../client/map/TownMap.tsx'
import type { Bounds, MapFeature, Outline, Status } from '../../client/map/types.ts'

const BOUNDS: Bounds = [8.6, 52, 8.9, 52.2]
const OUTLINE: Outline = [
  [
    [8.6, 52],
    [8.9, 52],
    [8.9, 52.2],
    [8.6, 52.2],
    [8.6, 52],
  ],
]
const STATUSES: Status[] = [
  'received',
  'in_progress',
  'scheduled',
  'question',
  'with_partner',
  'done',
  'declined',
  'handed_over',
]

const place = fc.tuple(
  fc.double({ min: BOUNDS[0], max: BOUNDS[2], noNaN: true }),
  fc.double({ min: BOUNDS[1], max: BOUNDS[3], noNaN: true }),
)

const pin = fc.record({ number: fc.nat(), status: fc.constantFrom(...STATUSES), text: fc.string() }).map((drawn) => ({
  kind: 'pin' as const,
  category: 'pothole',
  categoryName: drawn.text,
  icon: 'road',
  statusLabel: drawn.text,
  url: '/herford/anliegen/1',
  ...drawn,
}))
const cluster = fc.record({ count: fc.integer({ min: 2, max: 9999 }), open: fc.nat(9999) }).map(({ count, open }) => ({
  kind: 'cluster' as const,
  count,
  open: Math.min(open, count),
  bbox: BOUNDS,
}))

const features: fc.Arbitrary<MapFeature[]> = fc.array(
  fc.tuple(place, fc.oneof(pin, cluster)).map(([coordinates, properties]) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates },
    properties,
  })),
)

const picture = (pins: MapFeature[], chosen?: number) =>
  render(<BoundaryPicture outline={OUTLINE} bounds={BOUNDS} label="Karte" pins={pins} chosen={chosen} />)

describe('picture of the boundary', () => {
  test('draws every pin inside the picture', () => {
    fc.assert(
      fc.property(features, (pins) => {
        const html = picture(pins)
        const [, width, height] = html.match(/viewBox="0 0 (\d+) (\d+)"/)!.map(Number)
        const drawn = [...html.matchAll(/class="picture-place" transform="translate\(([^ ]+) ([^)]+)\)"/g)]
        expect(drawn).toHaveLength(pins.length)
        for (const [, x, y] of drawn) {
          expect(Number(x)).toBeGreaterThanOrEqual(0)
          expect(Number(x)).toBeLessThanOrEqual(width!)
          expect(Number(y)).toBeGreaterThanOrEqual(0)
          expect(Number(y)).toBeLessThanOrEqual(height!)
        }
      }),
    )
  })

  test('needs no inline style and no script, whatever the words', () => {
    fc.assert(
      fc.property(features, fc.option(fc.nat(), { nil: undefined }), (pins, chosen) => {
        expect(picture(pins, chosen)).not.toMatch(/ style=|<script|<style| on[a-z]+=|NaN/)
      }),
    )
  })

  test('has a name', () => {
    expect(picture([])).toContain('role="img" aria-label="Karte"')
  })

  test('draws the chosen one last and as a drop, even when closed', () => {
    const [south, north] = [52.05, 52.15].map((lat, index) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [8.7, lat] as [number, number] },
      properties: { ...fc.sample(pin, 1)[0]!, number: index + 1, status: 'done' as const },
    }))
    const html = picture([south!, north!], 2)
    expect(html.indexOf('mark-chosen')).toBeGreaterThan(html.indexOf('mark-closed'))
  })
})

test('a town map hands its island what it draws itself', () => {
  const words = { map: 'Karte', picture: 'Bild „Herford“ & "mehr"' }
  const props = { outline: OUTLINE, bounds: BOUNDS, attribution: '© GeoBasis-DE / BKG', mapUrl: '/api', pins: [] }
  const html = render(<TownMap {...props} words={words as never} />)
  const given = html
    .match(/data-props="([^"]*)"/)![1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  expect(JSON.parse(given)).toEqual({ ...props, words })
  expect(html).toContain('© GeoBasis-DE / BKG</p>')
})
