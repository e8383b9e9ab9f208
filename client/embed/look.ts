/**
 * The look, as a constructed sheet: a host page's content policy has no say in it. Colours follow the host's own
 * `color-scheme`; what a host may set are the properties `--anliegen-…`, and its font comes by itself. Its own `--accent`
 * and the like may stand in them: the names in here begin with an underline, so that none names itself in a circle.
 */
const STATUS_COLOURS = {
  received: ['#454b6b', '#c5c9dc'],
  in_progress: ['#2044aa', '#a2b8e4'],
  scheduled: ['#7e01a8', '#d3a6eb'],
  with_partner: ['#00607f', '#6fcdea'],
  done: ['#007328', '#7cbd86'],
  declined: ['#51577a', '#b2b6cc'],
  handed_over: ['#6c4a1e', '#d9b88a'],
}
const COLOURS = {
  'on-accent': ['#fff', '#0b1a22'],
  ink: ['#131525', '#f3f4f7'],
  muted: ['#51577a', '#b2b6cc'],
  surface: ['#fff', '#1d2034'],
  well: ['#f3f4f7', '#161929'],
  line: ['#c0c3d5', '#454b6b'],
  edge: ['#1d2034', '#e8e9ef'],
  danger: ['#c31c13', '#f59587'],
  focus: ['#454b6b', '#a9aec6'],
}

type Pairs = Record<string, string[]>
const each = (pairs: Pairs, write: (name: string, colour: string) => string, pick: (pair: string[]) => string) =>
  Object.entries(pairs)
    .map(([name, pair]) => write(name, pick(pair)))
    .join('')

/** A host's own value comes first, whatever the scheme. */
const own = (name: string, colour: string) => `--_${name}:var(--anliegen-${name},${colour});`
const status = (name: string, colour: string) => `--_st-${name}:${colour};`
const all = (pick: (pair: string[]) => string) => each(COLOURS, own, pick) + each(STATUS_COLOURS, status, pick)

const sheet = new CSSStyleSheet()
sheet.replaceSync(`
:host{display:block;--_accent:var(--anliegen-accent,#2044aa);${all(([light]) => light!)}--_radius:var(--anliegen-radius,8px);color:var(--_ink);font-family:var(--anliegen-font,inherit);line-height:1.5;text-align:start}
@supports (color:light-dark(red,red)){:host{--_accent:light-dark(var(--anliegen-accent,#2044aa),var(--anliegen-accent-dark,color-mix(in srgb,var(--anliegen-accent,#2044aa) 45%,#fff)));${all(([light, dark]) => `light-dark(${light},${dark})`)}}}
:host([hidden]),[hidden]{display:none!important}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
*{box-sizing:border-box}
h2,h3,h4,p,ul{margin:0;padding:0}
ul{list-style:none}
section{display:grid;grid-template-columns:minmax(0,1fr);border:1px solid var(--_line);border-radius:var(--_radius);background:var(--_surface);overflow:hidden;overflow-wrap:anywhere}
.main{display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem;padding:1.25rem}
h2,h3,h4{font-size:1.25em;font-weight:600;line-height:1.3}
a{color:var(--_accent);text-underline-offset:.2em}
button,input,textarea{min-height:48px;border-radius:min(var(--_radius),4px);font:inherit}
button{padding:.5rem 1.25rem;border:1px solid var(--_accent);background:var(--_accent);color:var(--_on-accent);font-weight:600;cursor:pointer}
button:hover{background:color-mix(in srgb,var(--_accent) 92%,var(--_ink))}
button.quiet{background:none;color:var(--_accent)}
input,textarea{width:100%;min-width:0;padding:.5rem .75rem;border:0;border-block-end:2px solid var(--_edge);background:var(--_well);color:var(--_ink)}
textarea{display:block;min-height:56px;max-height:12rem;padding:.875rem 1rem;line-height:1.5;resize:vertical;field-sizing:content}
@supports (field-sizing:content){textarea{resize:none}}
::placeholder{color:var(--_muted);opacity:1}
:focus-visible{outline:4px solid var(--_focus);outline-offset:2px;border-radius:4px}
label{display:block;margin-block-end:.375rem;font-weight:600}
form{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem}
form>div{flex:1 1 11rem;min-width:0}
form>.wide{flex-basis:100%}
.grow{flex:4 0 auto}
button:has(svg){display:inline-flex;align-items:center;justify-content:center;gap:.5em;flex:1 0 auto}
.muted{color:var(--_muted);font-size:.875em}
.danger a,.danger svg,.wrong{color:var(--_danger)}
.danger{display:flex;align-items:center;gap:.625rem}
.danger a,.wrong,.mark,.title{font-weight:600}
.danger a{display:inline-block;padding-block:.25rem}
.row{display:flex;gap:.75rem;padding-block:.75rem;border-block-start:1px solid var(--_line)}
.row:first-child{padding-block-start:0;border:0}
.row>div{min-width:0}
.tile{flex:none;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:var(--_radius);background:var(--_well)}
.title{width:fit-content;color:var(--_ink);text-decoration:none}
.title:hover{text-decoration:underline}
.mark{display:inline-flex;align-items:center;gap:.375em}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:0 .75em;font-size:.9375em}
svg{flex:none;width:1.125em;height:1.125em;fill:none;stroke:currentColor;stroke-width:2.4}
svg:has(.icon){width:1.25rem;height:1.25rem;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.full{fill:currentColor;stroke:none}
.cut{stroke:var(--_surface)}
${each(
  STATUS_COLOURS,
  (name) => `.st-${name}{color:var(--_st-${name})}`,
  () => '',
)}
.foot{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:.75rem 1.25rem;border-block-start:1px solid var(--_line);background:var(--_well)}
.foot a{padding-block:.25rem}
.frame{border-block-start:1px solid var(--_line)}
.frame>.main{border-block-end:1px solid var(--_line)}
section>.frame:first-child{border:0}
iframe{display:block;width:100%;border:0}
@media (forced-colors:active){button,section{border-color:CanvasText}.tile{border:1px solid}}
`)

export { sheet }
