/** Half a screen before somebody scrolls to it is early enough for what weighs much. */
const AHEAD = '50% 0px'

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
