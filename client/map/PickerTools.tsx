/** Ways to set a place without pointing at the map: own location, addresses nearby, and four steps of 2 m. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AddressItem } from '../ui/address-questions.ts'
import { Icon } from './Icon.tsx'
import { NearbyList } from './NearbyList.tsx'
import type { PlacePickerWords } from './types.ts'

export const DIRECTIONS = { north: [0, 1], west: [-1, 0], east: [1, 0], south: [0, -1] } as const
export type Direction = keyof typeof DIRECTIONS

export type PickerToolsProps = {
  words: PlacePickerWords
  onLocate: () => void
  onMove: (direction: Direction) => void
  /** Null while a newer question is on its way; absent where nobody knows addresses. */
  nearby?: (() => Promise<AddressItem[] | null>) | undefined
  onTake: (item: AddressItem) => void
}

export function PickerTools({ words, onLocate, onMove, nearby, onTake }: PickerToolsProps) {
  const [open, setOpen] = useState<'list' | 'arrows'>()
  const toggle = (which: 'list' | 'arrows') => setOpen(open === which ? undefined : which)
  return (
    <div class="picker-tools">
      <div class="picker-ways">
        <button type="button" class="picker-way" onClick={onLocate}>
          <Icon name="locate" />
          {words.locate}
        </button>
        {nearby && (
          <Way icon="list" isOpen={open === 'list'} onToggle={() => toggle('list')}>
            {words.near.show}
          </Way>
        )}
        <Way icon="arrows" isOpen={open === 'arrows'} onToggle={() => toggle('arrows')}>
          {words.near.arrows}
        </Way>
      </div>
      {open === 'list' && nearby && <NearbyList words={words.near} nearby={nearby} onTake={onTake} />}
      {open === 'arrows' && <Arrows words={words} onMove={onMove} />}
    </div>
  )
}

type WayProps = { icon: 'list' | 'arrows'; isOpen: boolean; onToggle: () => void; children: ComponentChildren }

function Way({ icon, isOpen, onToggle, children }: WayProps) {
  return (
    <button type="button" class="picker-way" aria-expanded={isOpen} onClick={onToggle}>
      <Icon name={icon} />
      {children}
    </button>
  )
}

function Arrows({ words, onMove }: Pick<PickerToolsProps, 'words' | 'onMove'>) {
  return (
    <fieldset class="picker-move">
      <legend>{words.move}</legend>
      {(Object.keys(DIRECTIONS) as Direction[]).map((direction) => (
        <button
          key={direction}
          type="button"
          class="map-button"
          aria-label={words[direction]}
          title={words[direction]}
          onClick={() => onMove(direction)}
        >
          <Icon name={direction} />
        </button>
      ))}
    </fieldset>
  )
}
