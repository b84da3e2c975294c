import { ground, readableAccent } from '#shared/emails/render/accent.ts';

const accent = readableAccent();

/** The one style of all pages. Light and dark, 320 px and up, readable on paper; logical sides, for either direction. */
export const style = `
:root{color-scheme:light dark;--paper:${ground.light};--ink:#1c1e21;--soft:#565a61;--line:#c3c7cd;--field:#6f757d;--accent:${accent.light};--on:#fff;--wrong:#a8221b}
@media (prefers-color-scheme:dark){:root{--paper:${ground.dark};--ink:#e8eaed;--soft:#b3b7bd;--line:#4a4e55;--field:#8f959d;--accent:${accent.dark};--on:#0d0e10;--wrong:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 -apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:40rem;margin:0 auto;padding:0 1rem}
main{padding-block:1.5rem 2rem}
footer{padding-block:1rem 2rem;color:var(--soft);font-size:.875rem;border-block-start:1px solid var(--line)}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.125rem;line-height:1.3;margin:0 0 .5rem}
p{margin:0 0 1rem}
ul{margin:0 0 1rem;padding-inline-start:1.5rem}
a{color:var(--accent)}
.from,.hint{color:var(--soft)}
.from{margin:0 0 .25rem}
.hint{margin:0 0 .5rem}
fieldset,.question{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
legend,.question>label{display:block;font-weight:600;padding:0;margin:0 0 .25rem}
.option{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.25rem 0;cursor:pointer}
.option input{flex:none;width:1.375rem;height:1.375rem;margin:0;accent-color:var(--accent)}
.row{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.row .option{min-width:2.75rem}
textarea,input[type=text],input[type=date]{display:block;width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--field);border-radius:.25rem;padding:.5rem .625rem;min-height:2.75rem}
textarea{min-height:5.5rem;resize:vertical}
input.short{width:10rem;max-width:100%}
.reason{margin-block-start:.25rem}
.reason label{display:block;color:var(--soft)}
.others{color:var(--soft);margin-block-start:.75rem}
.others p,.others ul{margin:0}
.wrong{border-inline-start:.25rem solid var(--wrong);padding-inline-start:.75rem}
.error{color:var(--wrong);font-weight:600;margin:0 0 .5rem}
.summary{border:2px solid var(--wrong);border-radius:.25rem;padding:1rem;margin:0 0 1.5rem}
.summary ul{margin:0}
.summary a{color:var(--wrong)}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border-radius:.25rem;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer}
button.quiet{background:transparent;color:var(--accent)}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin:0 0 1rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
summary{cursor:pointer;color:var(--soft);min-height:2.75rem;padding:.625rem 0}
dl{margin:0 0 1rem}
dt{color:var(--soft);margin-block-start:.75rem}
dd{margin:0;white-space:pre-line}
@media (min-width:36rem){dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.375rem 1.25rem}dt{margin:0;max-width:14rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--field:#666}.buttons,.summary{display:none}fieldset,.question{break-inside:avoid}textarea{min-height:4rem}}
`.trim();
