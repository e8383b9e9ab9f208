/** The town's own website, somewhere else and as strict as websites can be. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const CSS = `
body { margin: 0; font: 1rem/1.5 serif }
header, main { max-width: 60rem; margin: auto; padding: 1rem }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem }
:root.dark { color-scheme: dark; background: #101418; color: #eee }
.themed { --anliegen-accent: #2f5d34; --anliegen-radius: 0 }
`

export type HostSite = Awaited<ReturnType<typeof openHostSite>>

/** On `localhost`, which no browser takes for 127.0.0.1. */
export async function openHostSite() {
  let main = ''
  let rootClass = ''
  let ours = ''
  let hasScript = true
  const policy = () =>
    `default-src 'none'; script-src 'self' ${ours}; connect-src ${ours}; frame-src ${ours}; img-src ${ours}; style-src 'self'`
  const server = createServer((request, response) => {
    if (request.url === '/host.css') return void response.writeHead(200, { 'Content-Type': 'text/css' }).end(CSS)
    if (request.url === '/favicon.ico') return void response.writeHead(204).end()
    const script = hasScript ? `<script type="module" src="${ours}/embed.js"></script>` : ''
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy() })
      .end(
        `<!doctype html><html lang="de" class="${rootClass}"><head><meta charset="utf-8"><title>Gemeinde Lindenbach</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/host.css">${script}</head><body><header><p>Gemeinde Lindenbach</p></header><main><h1>Schäden und Wünsche</h1>${main}</main></body></html>`,
      )
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    /** What its page shows from now on. */
    show(platform: string, content: string, how: { rootClass?: string; hasScript?: boolean } = {}) {
      ours = platform
      main = content
      rootClass = how.rootClass ?? ''
      hasScript = how.hasScript ?? true
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
