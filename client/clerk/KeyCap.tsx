/** The key of an action, where the action is. Only for eyes: the overview of keys tells it to everybody. */
export function KeyCap({ children }: { children: string }) {
  return (
    <span class="keycap" aria-hidden="true">
      {children}
    </span>
  )
}
