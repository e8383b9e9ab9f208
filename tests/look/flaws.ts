/** What no page may have at any width: sideways scrolling, words that are cut off, a map that looks elsewhere. Runs in the browser. */
import type { Page } from 'playwright-core'

/** One line for each flaw of the page as it stands. */
export async function flawsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const flaws: string[] = []
    if (root.scrollWidth > root.clientWidth) flaws.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)

    for (const map of document.querySelectorAll('.map-live')) {
      const box = map.getBoundingClientRect()
      const pins = [...map.querySelectorAll('.map-marker')].map((pin) => pin.getBoundingClientRect())
      const isSeen = (pin: DOMRect) =>
        pin.right > box.left && pin.left < box.right && pin.bottom > box.top && pin.top < box.bottom
      if (box.width > 0 && pins.length > 0 && !pins.some(isSeen)) flaws.push('a map looks where none of its pins is')
    }

    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}${[...element.classList].map((name) => `.${name}`).join('')}`
    const isForReaders = (element: Element) => element.closest('.sr, [aria-hidden="true"], svg, .map-canvas') !== null
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      if (own.length === 0 || isForReaders(element) || element.closest('details:not([open])')) continue
      const style = getComputedStyle(element)
      if (style.visibility === 'hidden' || style.clipPath !== 'none' || element.getClientRects().length === 0) continue
      const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible'
      // A field shows its words by being scrolled in.
      if (hides && !/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) {
        const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        // Shortened on purpose: the whole stands one press away.
        const isShortened = style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis'
        if (isCut && !isShortened && !/auto|scroll/.test(style.overflowX + style.overflowY))
          flaws.push(`cuts its words off: ${nameOf(element)} "${element.textContent?.trim().slice(0, 40)}"`)
      }
      const range = document.createRange()
      range.setStartBefore(own[0]!)
      range.setEndAfter(own.at(-1)!)
      const boxes = own.length === 1 ? [...range.getClientRects()] : [element.getBoundingClientRect()]
      const isScrolled = element.closest('[data-scrolls], pre, table, .scroll-x') !== null
      const isOutside = boxes.some(({ left, right, width }) => width > 0 && (right > root.clientWidth + 1 || left < -1))
      if (!isScrolled && isOutside)
        flaws.push(`stands outside: ${nameOf(element)} "${element.textContent?.trim().slice(0, 40)}"`)
    }
    return flaws
  })
}
