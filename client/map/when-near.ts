/** Half a screen before somebody scrolls to it is early enough for what weighs much. */
const AHEAD = '50% 0px'
/** What a person does first, whatever they hold in their hand. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin', 'click'] as const

/** Calls `act` once, as soon as `element` is near what is visible. */
export function whenNear(element: HTMLElement, act: () => unknown) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      act()
    },
    { rootMargin: AHEAD },
  )
  observer.observe(element)
}

/**
 * The same, but only once the person does something: until then the server's picture shows as much, and a phone that
 * only reads the first screen fetches no map.
 */
export function whenUsed(element: HTMLElement, act: () => unknown) {
  const listening = new AbortController()
  const begin = () => {
    listening.abort()
    whenNear(element, act)
  }
  for (const sign of SIGNS) addEventListener(sign, begin, { signal: listening.signal, passive: true, capture: true })
}
