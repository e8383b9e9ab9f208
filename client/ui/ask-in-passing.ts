/**
 * What a page asks of us beside what a person does. Offline, refused, or signed out meanwhile (the way to the sign-in is
 * no answer): undefined, and what is shown stays shown. The next thing the person does says what is wrong.
 */
export async function askInPassing<Answer>(
  address: string | URL,
  options: RequestInit = {},
): Promise<Answer | undefined> {
  try {
    const answer = await fetch(address, options)
    return answer.ok && !answer.redirected ? ((await answer.json()) as Answer) : undefined
  } catch {
    return undefined
  }
}
