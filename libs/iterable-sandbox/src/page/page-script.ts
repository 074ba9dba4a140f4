/** The script of the page. What it shows is put in as text, never as markup. */
export const pageScript = `'use strict';
const byId = (id) => document.getElementById(id);
const connection = byId('connection');
const filter = byId('filter');
const pause = byId('pause');
let latest;
let paused = false;
const seen = new Map();

function cell(text, kind) {
  const td = document.createElement('td');
  td.textContent = text;
  if (kind) td.className = kind;
  return td;
}

function fill(name, total, rows) {
  byId('n-' + name).textContent = String(total);
  const wanted = filter.value.toLowerCase();
  const before = seen.get(name);
  const keys = new Set();
  const shown = [];
  for (const { key, cells } of rows) {
    keys.add(key);
    if (wanted && !cells.some(([text]) => text.toLowerCase().includes(wanted))) continue;
    const tr = document.createElement('tr');
    if (before && !before.has(key)) tr.className = 'new';
    tr.append(...cells.map(([text, kind]) => cell(text, kind)));
    shown.push(tr);
  }
  seen.set(name, keys);
  byId(name).replaceChildren(...shown);
}

const json = (value) => (value === undefined ? '' : JSON.stringify(value));
const who = (user) => (user ? user.email || user.userId || '' : '');
const statusKind = (status) => (status !== null && status < 400 ? 'good' : 'bad');

function show(state) {
  const { requests, users, events, lists, faults } = state;
  fill('requests', requests.count, requests.rows.map((r) => ({
    key: String(r.number),
    cells: [
      [r.at.slice(11, 23)],
      [r.operation || r.method + ' ' + r.path],
      [r.status === null ? 'no reply' : r.fault ? r.status + ' (fault)' : String(r.status), statusKind(r.status)],
      [who(r.subject)],
      [r.body, 'long'],
    ],
  })));
  fill('users', users.count, users.rows.map((u) => ({
    key: (u.email || '') + ' ' + (u.userId || '') + u.updatedAt,
    cells: [[u.email || ''], [u.userId || ''], [json(u.dataFields), 'long']],
  })));
  fill('events', events.count, events.rows.map((e) => ({
    key: e.id,
    cells: [[e.eventName], [who(e)], [json(e.dataFields), 'long']],
  })));
  fill('lists', lists.count, lists.rows.map((l) => ({
    key: l.id + ' ' + l.users,
    cells: [[String(l.id)], [l.name], [String(l.users)]],
  })));
  fill('faults', faults.length, faults.map((f) => ({
    key: json(f),
    cells: [[f.operation], [json(f), 'long']],
  })));
}

const source = new EventSource('/_sandbox/stream');
source.onopen = () => { connection.textContent = 'Live'; connection.className = 'live'; };
source.onerror = () => { connection.textContent = 'Connection lost'; connection.className = 'lost'; };
source.onmessage = ({ data }) => {
  latest = JSON.parse(data);
  if (!paused) show(latest);
};
filter.addEventListener('input', () => latest && show(latest));
pause.addEventListener('click', () => {
  paused = !paused;
  pause.setAttribute('aria-pressed', String(paused));
  pause.textContent = paused ? 'Go on' : 'Pause';
  if (!paused && latest) show(latest);
});
byId('reset').addEventListener('click', () => {
  if (!confirm('Empty the sandbox?')) return;
  fetch('/_sandbox/reset', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
});
document.addEventListener('keydown', (event) => {
  if (event.target === filter || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/') { event.preventDefault(); filter.focus(); }
  if (event.key === 'p') pause.click();
});
`;
