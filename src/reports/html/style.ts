/** The only style sheet of the page. The content security policy names it by its hash, so the text must go in as it is. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #fff; --ink: #1d1f23; --soft: #5d636e; --line: #e3e0da; --code: #f5f3ef; --link: #1f5fbf;
  --critical: #8f1d6b; --high: #c22f24; --medium: #a86400; --low: #2467b5; --info: #5b6472;
  --pass: #1b7a43; --fail: #b3261e; --error: #9a5b00; --mark: #ffe6a8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --card: #1d2024; --ink: #e8e6e1; --soft: #a0a6b1; --line: #32363d; --code: #17191d; --link: #86b4ff;
    --critical: #e58bc8; --high: #ff8a7d; --medium: #f1b655; --low: #85b7ff; --info: #a9b1bd;
    --pass: #63cf8f; --fail: #ff8a80; --error: #f2b45c; --mark: #5d4a12;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
main { padding-top: 1.6rem; }
header, main, footer, nav > ul { max-width: 68rem; margin-inline: auto; padding-inline: 1.5rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code, pre { font: .9em/1.5 ui-monospace, SFMono-Regular, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; unicode-bidi: isolate; }
h1, h2, h3, p, dl, dd, ul, ol, pre, table { margin: 0; }
h2 { font-size: 1.3rem; letter-spacing: -.01em; margin: 3rem 0 1rem; }
h2 .count { color: var(--soft); font-weight: 400; }
h3 { font-size: .95rem; font-weight: 600; margin: 1.6rem 0 .6rem; }
.soft { color: var(--soft); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); }
.low { --tone: var(--low); } .info { --tone: var(--info); }
.pass { --tone: var(--pass); } .fail { --tone: var(--fail); } .error { --tone: var(--error); } .note { --tone: var(--info); }

header { padding-block: 2.5rem 1.5rem; }
.verdict { display: flex; gap: 1.5rem; align-items: center; }
.verdict svg { flex: none; width: 5rem; height: 5rem; color: var(--tone); }
.verdict .product { color: var(--soft); font-size: .9rem; }
h1 { font-size: clamp(1.7rem, 4vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; color: var(--tone); }
.verdict .lead { font-size: 1.1rem; margin-top: .35rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .8rem 2rem; margin-top: 1.8rem; padding-top: 1.2rem; border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: .78rem; text-transform: uppercase; letter-spacing: .06em; }

nav { position: sticky; top: 0; z-index: 1; background: var(--paper); border-block: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; padding-block: .65rem; font-size: .92rem; }
nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
nav b { color: var(--tone, var(--soft)); }

.bar { display: block; width: 100%; height: .7rem; border-radius: .35rem; margin-bottom: 1.4rem; }
.bar rect { fill: var(--tone); }
.reasons { list-style: none; padding: 0; display: grid; gap: .5rem; }
.reasons li { padding: .55rem .9rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; }
.reasons b { color: var(--tone); margin-right: .4rem; }

.badge { display: inline-block; padding: .08rem .5rem; border-radius: 4px; font-size: .72rem; font-weight: 700; letter-spacing: .05em; text-transform: uppercase; color: var(--tone); border: 1px solid currentColor; white-space: nowrap; }
.badge.solid { background: var(--tone); border-color: var(--tone); color: var(--card); }
.finding, .rule { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; margin-bottom: .7rem; content-visibility: auto; contain-intrinsic-size: auto 3.2rem; }
summary { cursor: pointer; padding: .65rem .9rem; display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; list-style-position: inside; }
summary::before { content: '▸'; color: var(--soft); } [open] > summary::before { content: '▾'; }
summary::-webkit-details-marker { display: none; } summary { list-style: none; }
summary .title { font-weight: 600; } summary .place { margin-left: auto; color: var(--soft); }
.body { padding: .2rem .9rem 1rem; display: grid; gap: .8rem; }
.code { background: var(--code); border: 1px solid var(--line); border-radius: 5px; padding: .5rem 0; overflow-x: auto; }
.code.edit { padding-inline: .9rem; }
.code .no { display: inline-block; min-width: 3.6rem; padding: 0 .9rem 0 .6rem; text-align: right; color: var(--soft); user-select: none; }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--tone); border-radius: 2px; padding-bottom: 2px; }
.steps { padding-left: 1.3rem; display: grid; gap: .25rem; }
.label { font-size: .78rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); margin-right: .5rem; }
.meta { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .88rem; color: var(--soft); }

b.error { color: var(--tone); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; font-weight: 600; color: var(--soft); } th, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number { text-align: right; white-space: nowrap; }
.clear { padding: 1.4rem; text-align: center; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.next { display: grid; gap: .9rem; } .next pre { background: var(--code); border: 1px solid var(--line); border-radius: 5px; padding: .6rem .9rem; overflow-x: auto; margin-top: .25rem; }
footer { padding-block: 3rem 2rem; color: var(--soft); font-size: .85rem; }

@media print {
  :root { --paper: #fff; --card: #fff; } body { font-size: 10pt; } nav { display: none; }
  .finding, .rule { break-inside: avoid; content-visibility: visible; }
  details:not([open]) > :not(summary) { display: grid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .code { white-space: pre-wrap; }
}
@media (max-width: 40rem) { summary .place { margin-left: 0; width: 100%; } .verdict svg { width: 3.5rem; height: 3.5rem; } }
`;
