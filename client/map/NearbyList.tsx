/** Addresses around the pin to choose from, for whoever cannot or will not point. */
import { useEffect, useState } from 'preact/hooks'
import type { AddressItem } from '../ui/address-questions.ts'
import type { NearWords } from './types.ts'

type Props = {
  words: NearWords
  nearby: () => Promise<AddressItem[] | null>
  onTake: (item: AddressItem) => void
}

/** What is near is asked once, when the list opens: rows that move under the finger help nobody. */
export function NearbyList({ words, nearby, onTake }: Props) {
  const [items, setItems] = useState<AddressItem[]>()
  useEffect(() => {
    let isGone = false
    void nearby().then((found) => !isGone && found && setItems(found))
    return () => {
      isGone = true
    }
  }, [])
  if (!items?.length) {
    return (
      <p class="picker-near" role="status">
        {items ? words.none : words.loading}
      </p>
    )
  }
  return (
    <fieldset class="picker-near">
      <legend>{words.title}</legend>
      {items.map((item) => (
        <label key={item.label} class="picker-address">
          {/* Belongs to no form: what is sent are the fields it fills. */}
          <input type="radio" name="nearby-address" form="" onChange={() => onTake(item)} />
          <span>
            {item.label}
            {item.metres !== undefined && (
              <small>{words.metres.replace('{metres}', `${Math.max(10, Math.round(item.metres / 10) * 10)}`)}</small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
