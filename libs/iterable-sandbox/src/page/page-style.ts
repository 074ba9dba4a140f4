/** Colours follow the system: light or dark. Each pair of text and ground has a contrast of 4.5 or more. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #f7f7f8; --panel: #fff; --text: #1c1d21; --quiet: #5a5d66; --line: #dcdde2; --good: #116630; --bad: #b3261e; --mark: #6a26cd; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #141519; --panel: #1d1f25; --text: #e8e9ed; --quiet: #a3a7b3; --line: #343741; --good: #6fd394; --bad: #ff8a80; --mark: #c5a3ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/1.45 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; padding: .75rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line); }
h1 { font-size: 1.1rem; margin: 0; }
#connection { margin: 0 auto 0 0; color: var(--quiet); }
#connection.live { color: var(--good); }
#connection.lost { color: var(--bad); }
input, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 6px; padding: .25rem .6rem; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 1px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--panel); padding: .3rem .6rem; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem; padding: 1rem; }
section { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.wide { grid-column: 1 / -1; }
h2 { font-size: .95rem; margin: 0; padding: .6rem .8rem; }
.count { color: var(--quiet); font-weight: normal; }
.scroll { overflow: auto; max-height: 13.5rem; border-top: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; }
th { position: sticky; top: 0; background: var(--panel); text-align: left; color: var(--quiet); font-weight: 600; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
td { font-family: ui-monospace, monospace; font-size: .85rem; }
td.long { white-space: normal; overflow-wrap: anywhere; min-width: 12rem; }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 600; }
@media (prefers-reduced-motion: no-preference) { tr.new { animation: arrive 1.2s ease-out; } }
@keyframes arrive { from { background: color-mix(in srgb, var(--mark) 30%, transparent); } }
`;
