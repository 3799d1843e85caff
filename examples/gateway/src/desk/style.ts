/** The one sheet of the desk: a phone first, then wider screens, then paper. */
export const DESK_STYLE = `
:root { color-scheme: light; --ink: #1b2330; --soft: #414a56; --line: #c9d0d9; --tint: #f3f6fa; --act: #084a8c; --bad: #8c1b16; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: #fff; overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; padding: .5rem 1rem; background: #fff; z-index: 1; }
.sample { margin: 0; padding: .5rem 1rem; background: #fff3cd; border-bottom: 1px solid #d9b84a; }
header { border-bottom: 1px solid var(--line); }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; padding: .5rem 1rem; }
.top strong { margin-inline-end: auto; }
main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
a { color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
button, input, select, textarea { font: inherit; color: inherit; }
input:not([type=file]), select, textarea { width: 100%; padding: .5rem .6rem; border: 1px solid var(--soft); border-radius: .3rem; background: #fff; min-height: 2.75rem; }
input[type=checkbox] { width: 1.25rem; min-height: 1.25rem; margin: 0; flex: none; }
input[type=file] { max-width: 100%; padding: .5rem 0; }
button { min-height: 2.75rem; padding: .5rem 1.1rem; border: 1px solid var(--act); border-radius: .3rem; background: var(--act); color: #fff; cursor: pointer; }
button.plain { background: #fff; color: var(--act); }
fieldset { margin: .75rem 0 0; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .3rem; max-height: 20rem; overflow-y: auto; }
legend { font-weight: 600; padding: 0 .3rem; }
label { display: block; font-weight: 600; margin-top: .75rem; }
label.tick { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem; margin: 0; font-weight: 400; }
form > button { margin-top: 1rem; }
.top button, .filter button { margin-top: 0; }
.hint { margin: 0; color: var(--soft); font-size: .9rem; }
.filter { display: flex; gap: .75rem; align-items: end; flex-wrap: wrap; }
.filter div { flex: 1 1 10rem; max-width: 24rem; }
.filter label { margin-top: 0; }
.said { padding: .75rem 1rem; border: 1px solid #4b8b5b; background: #eef7f0; border-radius: .3rem; }
.said.bad { border-color: var(--bad); background: #fdf0ef; color: var(--bad); }
.late { color: var(--bad); font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .5rem .5rem .5rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td.code a { white-space: nowrap; }
.list td { font-variant-numeric: tabular-nums; padding-inline-end: 1rem; }
.finders { display: flex; flex-wrap: wrap; gap: .75rem 2rem; }
.finders form { flex: 1 1 20rem; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.pages { display: flex; flex-wrap: wrap; gap: .5rem; margin: .25rem 0 0; }
.pages a, .pages button { display: inline-flex; align-items: center; min-height: 2.75rem; margin: 0; padding: .5rem 1rem; border: 1px solid var(--act); border-radius: .3rem; background: #fff; color: var(--act); text-decoration: none; }
nav { margin-top: .75rem; }
nav p { margin-bottom: 0; }
.ended { margin-top: 1.5rem; }
.ended nav { padding: 0 .75rem .75rem; }
.ended table { background: #fff; }
.ended td, .ended th { padding-inline: .75rem; }
dl { margin: 0; }
dl > div { padding: .35rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
details { border: 1px solid var(--line); border-radius: .3rem; margin-bottom: .5rem; background: var(--tint); }
summary { padding: .6rem .75rem; cursor: pointer; font-weight: 600; min-height: 2.75rem; }
details form { padding: 0 .75rem .9rem; }
.history { margin: 0; padding: 0; list-style: none; }
.history li { padding: .5rem 0 .5rem 1rem; border-inline-start: 3px solid var(--line); margin-bottom: .5rem; }
.history p { margin: 0; }
.narrow { max-width: 26rem; }
.wide { max-width: 44rem; }
.receipt { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: start; }
.receipt dl { flex: 1 1 20rem; }
.receipt dl > div:nth-child(-n+2) dd { font-weight: 700; font-size: 1.2rem; }
.qr { width: 9rem; height: 9rem; }
@media (max-width: 44rem) {
  .list thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .list, .list tbody { display: block; }
  .list tr { display: block; padding: .1rem .75rem .6rem; margin-bottom: .5rem; border: 1px solid var(--line); border-radius: .3rem; background: #fff; }
  .list td { display: block; padding: .1rem 0; border: 0; }
  .list td.code a { display: inline-flex; align-items: center; min-height: 2.75rem; font-weight: 600; }
  .list td.sent { display: none; }
  .list td.state, .list td.when { display: inline; }
  .list td.when::before { content: " · " attr(data-label); color: var(--soft); }
  .ended table { background: none; }
  .ended .list { padding: 0 .5rem; }
}
@media (min-width: 44.01rem) {
  dl > div { display: grid; grid-template-columns: 16rem 1fr; gap: 1rem; }
}
@media print {
  .top, .skip, .acts, .filter, .back, .screen, .pages { display: none; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; }
}
`;
