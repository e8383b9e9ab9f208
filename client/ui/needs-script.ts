/**
 * What only a script can do is drawn by the server with `data-needs-script`: it takes its room from the start, so that
 * nothing moves under a finger when the script comes, but nobody sees or reaches it before. Without script there is no
 * room for it either; instead there may be what has `data-without-script`, which a script may ask for after all.
 */

/** @param element with `data-needs-script`, which works now */
export const comeAlive = (element: Element | null): void => element?.removeAttribute('data-needs-script')

/** @param element with `data-without-script`, of which a script says itself when it is seen */
export const withScript = (element: Element): void => element.removeAttribute('data-without-script')
