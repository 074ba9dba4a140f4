import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, eventually, startSandbox, track, updateUser } from './support.js';

async function text(sandbox: Sandbox, path: string): Promise<string> {
  return (await fetch(`${sandbox.url}${path}`)).text();
}

/** What the stream has told so far. */
interface Watch {
  readonly states: Record<string, unknown>[];
  readonly stop: () => void;
}

async function watch(sandbox: Sandbox): Promise<Watch> {
  const aborter = new AbortController();
  const response = await fetch(`${sandbox.url}/_sandbox/stream`, { signal: aborter.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const states: Record<string, unknown>[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  const read = async (): Promise<void> => {
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk as Uint8Array, { stream: true });
      const messages = rest.split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        states.push(JSON.parse(message.replace(/^data: /, '')) as Record<string, unknown>);
      }
    }
  };
  read().catch(() => undefined);
  return { states, stop: () => aborter.abort() };
}

describe('the page', () => {
  it('allows only what comes from the sandbox itself', async () => {
    const sandbox = await startSandbox();
    const { headers } = await fetch(sandbox.url);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/,
    );
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names nothing outside, and has no script or style in its markup', async () => {
    const sandbox = await startSandbox();
    const html = await text(sandbox, '/');
    const all =
      html +
      (await text(sandbox, '/_sandbox/page.js')) +
      (await text(sandbox, '/_sandbox/page.css'));
    expect(all).not.toMatch(/https?:|\/\/[a-z]|@import|url\(/);
    expect(html).not.toMatch(/<script(?! src=)|<style|\son\w+=|style=/);
    const linked = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(linked).toEqual(['/_sandbox/page.css', '/_sandbox/page.js']);
    for (const path of linked) expect((await fetch(sandbox.url + path)).status).toBe(200);
  });

  it('puts nothing into the document but text', async () => {
    const script = await text(await startSandbox(), '/_sandbox/page.js');
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function\(/,
    );
    expect(() => new Function(script)).not.toThrow();
  });

  it('has an element for each that its script fills, and a name for each table', async () => {
    const sandbox = await startSandbox();
    const html = await text(sandbox, '/');
    for (const name of ['requests', 'users', 'events', 'lists', 'faults']) {
      for (const id of [name, `n-${name}`, `h-${name}`]) expect(html).toContain(`id="${id}"`);
      expect(html).toContain(`tabindex="0" role="region" aria-labelledby="h-${name}"`);
    }
    for (const id of (await text(sandbox, '/_sandbox/page.js')).matchAll(/byId\('(\w+)'\)/g)) {
      expect(html).toContain(`id="${id[1]}"`);
    }
  });

  it('follows the system in light and dark', async () => {
    const style = await text(await startSandbox(), '/_sandbox/page.css');
    expect(style).toContain('@media (prefers-color-scheme: dark)');
    expect(style).toContain(':focus-visible');
  });

  it('is only read', async () => {
    const sandbox = await startSandbox();
    expect((await call(sandbox, '/', { method: 'POST', body: {} })).status).toBe(404);
  });
});

describe('the stream', () => {
  it('tells the state at once, and each change while somebody watches', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email: 'ann@example.com', dataFields: { plan: '<b>pro</b>' } });
    const { states, stop } = await watch(sandbox);
    await eventually(() => states[0]).toMatchObject({
      users: { count: 1, rows: [{ email: 'ann@example.com', dataFields: { plan: '<b>pro</b>' } }] },
      requests: { count: 1, rows: [{ operation: 'users/update', status: 200, number: 1 }] },
    });
    await track(sandbox, { email: 'ann@example.com', eventName: 'e', id: 'e-1' });
    await call(sandbox, '/api/lists', { body: { name: 'news' } });
    sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }] });
    await eventually(() => states.at(-1)).toMatchObject({
      events: { count: 1, rows: [{ id: 'e-1' }] },
      lists: { count: 1, rows: [{ id: 1, name: 'news', users: 0 }] },
      faults: [{ operation: 'users/update' }],
      requests: { count: 3 },
    });
    sandbox.reset();
    await eventually(() => states.at(-1)).toMatchObject({
      users: { count: 0, rows: [] },
      events: { count: 0, rows: [] },
      requests: { count: 0, rows: [] },
      faults: [],
    });
    stop();
  });

  it('tells the newest fifty of many, and bodies only in part', async () => {
    const sandbox = await startSandbox();
    const users = Array.from({ length: 2000 }, (_, i) => ({ userId: `user-${i}` }));
    await call(sandbox, '/api/users/bulkUpdate', { body: { users } });
    const { states, stop } = await watch(sandbox);
    await eventually(() => states.length).toBe(1);
    const { users: shown, requests } = states[0] as {
      users: { count: number; rows: { userId: string }[] };
      requests: { rows: { body: string }[] };
    };
    expect([shown.count, shown.rows.length]).toEqual([2000, 50]);
    expect(shown.rows[0]?.userId).toBe('user-1999');
    expect(requests.rows[0]?.body).toHaveLength(121);
    stop();
  });

  it('ends with the sandbox', async () => {
    const sandbox = await startSandbox();
    const response = await fetch(`${sandbox.url}/_sandbox/stream`);
    await sandbox.close();
    await expect(response.text()).rejects.toThrow('terminated');
  });
});
