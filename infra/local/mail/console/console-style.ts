/** The console's style sheet: one column, the reader's own fonts, light and dark. Contrast is AA in both. */
export const css = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #17181a);
  --sheet: light-dark(#ffffff, #1f2123);
  --ink: light-dark(#1f2328, #e6e5e1);
  --quiet: light-dark(#5f6670, #a2a7ad);
  --line: light-dark(#e4e1da, #34373b);
  --accent: light-dark(#1d5c63, #7cc4cb);
  --on-accent: light-dark(#ffffff, #10262a);
  --wash: light-dark(#f1f6f5, #22302f);
  --warn: light-dark(#8a2d16, #f0a48e);
  --warn-wash: light-dark(#fbf0ec, #33231e);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  -webkit-text-size-adjust: 100%; overflow-wrap: anywhere;
}
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.0625rem; margin: 2.25rem 0 .5rem; }
p { margin: .25rem 0 0; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.quiet, .address, time { color: var(--quiet); font-size: .875rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

.crumbs { display: flex; flex-wrap: wrap; gap: .25rem .5rem; margin-bottom: 1rem; font-size: .875rem; }
.crumbs a + a::before { content: "/"; color: var(--quiet); padding-right: .5rem; display: inline-block; }
.note { background: var(--wash); border-left: 3px solid var(--accent); padding: .75rem 1rem; margin: 1.25rem 0 0; border-radius: 0 6px 6px 0; }
.note.problem { background: var(--warn-wash); border-color: var(--warn); margin: 0 0 1.25rem; }
.empty { margin-top: 2rem; padding: 2.5rem 1rem; text-align: center; color: var(--quiet); border: 1px dashed var(--line); border-radius: 10px; }

.rows { list-style: none; margin: 1.5rem 0 0; padding: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.rows li + li { border-top: 1px solid var(--line); }
.rows a { display: grid; grid-template-columns: 1fr auto; gap: .0625rem .75rem; padding: .75rem 1rem; color: inherit; text-decoration: none; align-items: baseline; }
.rows a:hover { background: var(--wash); }
.rows a:focus-visible { outline-offset: -3px; border-radius: 10px; }
.rows a > * { grid-column: 1 / -1; min-width: 0; }
.rows .who { grid-column: 1; }
.rows .address { font-weight: 400; }
.rows .latest { grid-column: 1; font-size: .9375rem; }
.rows .latest + .quiet { grid-column: 2; text-align: right; white-space: nowrap; }
.rows time { grid-column: 2; grid-row: 1; justify-self: end; white-space: nowrap; }
.rows .subject { font-size: .9375rem; }
.rows .preview { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.rows .unread .who, .rows .unread .subject { font-weight: 650; }
.rows .unread { box-shadow: inset 3px 0 var(--accent); }
.rows .tag { color: var(--accent); font-size: .8125rem; }

search form { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: 1.25rem; }
search label { font-size: .875rem; color: var(--quiet); }
search input { flex: 1 1 10rem; min-width: 0; }
input[type=search], textarea {
  font: inherit; color: inherit; background: var(--sheet); border: 1px solid light-dark(#8d929a, #6d737a);
  border-radius: 8px; padding: .5rem .75rem;
}
button { font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; padding: .5rem 1.125rem; min-height: 2.75rem; cursor: pointer; }
search button { background: none; color: var(--accent); border: 1px solid var(--line); }

.facts { margin: .875rem 0 0; font-size: .9375rem; }
.facts dt { font-size: .875rem; line-height: 1.6; }
.facts div { display: flex; gap: .5rem; }
.facts dt { flex: 0 0 4.5rem; white-space: nowrap; color: var(--quiet); }
.facts dd { margin: 0; min-width: 0; }
.facts dd > span { display: block; }
.facts time { color: inherit; font-size: inherit; }
.bar { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 .625rem; font-size: .875rem; }
.bar a { padding: .25rem 0; }
.bar a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; border-bottom: 2px solid var(--accent); }
.bar .aside { margin-left: auto; }
.sheet, .text { margin: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
/* Light, as a message expects that says nothing about dark; one that does paints its own ground. */
iframe { display: block; width: 100%; height: 70vh; border: 0; background: #fff; color-scheme: light; }
.text { padding: 1rem; white-space: pre-wrap; font: .875rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.attached { margin: 0; padding-left: 1.25rem; }

.reply textarea { display: block; width: 100%; margin: .75rem 0; resize: vertical; font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.send { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; justify-content: space-between; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: center; min-width: 0; }
legend { float: left; padding: 0 1rem 0 0; color: var(--quiet); font-size: .875rem; }
fieldset label { padding: .5rem 0; }
input[type=radio] { accent-color: var(--accent); width: 1.0625rem; height: 1.0625rem; vertical-align: -.125rem; margin: 0 .25rem 0 0; }
@media (max-width: 30rem) {
  main { padding-top: 1.25rem; }
  .send button { width: 100%; }
  search label { flex-basis: 100%; }
  .rows .who:has(.address) { display: contents; }
  .rows .address { grid-column: 1 / -1; }
  .rows .latest, .rows .latest + .quiet { grid-column: 1 / -1; text-align: left; }
}
`;

/** Makes the frame as tall as the message in it, where scripts run; elsewhere it scrolls. */
export const fitScript = `
const frame = document.querySelector('iframe');
const fit = () => {
  frame.style.height = '0';
  const page = frame.contentDocument?.documentElement;
  frame.style.height = page ? Math.min(page.scrollHeight + 2, 20000) + 'px' : '';
};
frame.addEventListener('load', fit);
addEventListener('resize', fit);
fit();
`;
