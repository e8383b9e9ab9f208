/** Bodies of answers, read as far as is bearable. */

type Bound = { mostBytes: number; tooMuch?: () => Error }

/** @throws what `tooMuch` makes when there is more */
export async function boundedBytes(
  answer: Response,
  { mostBytes, tooMuch = () => new Error('the answer is too much') }: Bound,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooMuch()
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}

/** @throws when it is too much, or no JSON */
export const boundedJson = async (answer: Response, mostBytes: number): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await boundedBytes(answer, { mostBytes })))
