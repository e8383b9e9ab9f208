/** One photo on its way to the server. XMLHttpRequest, because fetch does not say how far an upload is. */

type Answer = {
  draft: string
  items: { id: string; src: string; removePath: string }[]
  refused: { name: string; sentence: string }[]
}

/** It did not arrive, or nobody could take it: it may be tried again. */
export class UploadError extends Error {
  readonly sentence: string | undefined
  constructor(sentence?: string) {
    super('upload')
    this.sentence = sentence
  }
}

const PATIENCE_MS = 120_000

/** @throws UploadError */
export function sendPhoto(
  path: string,
  { blob, name, onProgress }: { blob: Blob; name: string; onProgress: (share: number) => void },
): Promise<{ draft?: string; item?: Answer['items'][number]; refused?: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json')
    request.timeout = PATIENCE_MS
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => {
      const answer = request.status === 200 ? parsed(request.responseText) : null
      if (!answer) return reject(new UploadError())
      const [item] = answer.items
      const refused = answer.refused[0]?.sentence
      resolve({ draft: answer.draft, ...(item ? { item } : {}), ...(refused ? { refused } : {}) })
    })
    for (const end of ['error', 'timeout', 'abort']) request.addEventListener(end, () => reject(new UploadError()))
    const form = new FormData()
    form.append('photo', blob, name)
    request.send(form)
  })
}

function parsed(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return null
  }
}
