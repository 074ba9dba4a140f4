import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/index.js';
import { call, eventually, startSandbox, track, updateUser } from '../support.js';
import { BrowserPage } from './browser-page.js';
import { startBrowser, type Browser } from './start-browser.js';

/** Pictures of the last run, for whoever wants to look. */
const PICTURES = join(import.meta.dirname, '..', '..', 'out-tsc', 'browser');

const FOCUS = 'document.activeElement.id || document.activeElement.getAttribute("aria-labelledby")';
const REGIONS = ['h-requests', 'h-users', 'h-events', 'h-lists', 'h-faults'];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

interface Watched {
  readonly sandbox: Sandbox;
  readonly page: BrowserPage;
}

async function watch(): Promise<Watched> {
  const sandbox = await startSandbox();
  const page = await BrowserPage.open(browser.devTools, sandbox.url);
  await eventually(() => textOf(page, '#connection')).toBe('Live');
  return { sandbox, page };
}

function textOf(page: BrowserPage, selector: string): Promise<unknown> {
  return page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent`);
}

function count(page: BrowserPage, selector: string): Promise<unknown> {
  return page.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
}

describe('the page in a browser', () => {
  it('shows each row while requests arrive', async () => {
    const { sandbox, page } = await watch();
    expect(await count(page, 'tbody tr')).toBe(0);
    for (let i = 1; i <= 4; i++) {
      const email = `user-${i}@example.com`;
      await updateUser(sandbox, { email, dataFields: { score: i } });
      await eventually(() => count(page, '#users tr')).toBe(i);
      expect(await textOf(page, '#users tr')).toContain(`${email}{"score":${i}}`);
      await track(sandbox, { email, eventName: `event-${i}` });
      await eventually(() => count(page, '#events tr')).toBe(i);
    }
    await call(sandbox, '/api/lists', { body: { name: 'news' } });
    sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }] });
    await eventually(() => textOf(page, '#faults tr')).toContain('users/update');
    expect(await textOf(page, '#lists tr')).toContain('news');
    expect(await textOf(page, '#n-requests')).toBe('9');
    await updateUser(sandbox, { email: 'user-1@example.com' });
    await eventually(() => textOf(page, '#requests tr .bad')).toBe('503 (fault)');
    sandbox.reset();
    await eventually(() => count(page, 'tbody tr')).toBe(0);
  });

  it('makes no element of what it is sent, and loads nothing from elsewhere', async () => {
    const { sandbox, page } = await watch();
    const hostile = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
    // Without a space, as a user ID has none.
    const userId = `<img/src=x/onerror=document.title='taken'>`;
    const answers = [
      await updateUser(sandbox, { userId, dataFields: { name: hostile, [hostile]: 1 } }),
      await track(sandbox, { userId, eventName: hostile, dataFields: { name: hostile } }),
      await call(sandbox, '/api/lists', { body: { name: hostile } }),
    ];
    expect(answers.map(({ status, body }) => [status, status === 200 || body])).toEqual(
      answers.map(() => [200, true]),
    );
    await eventually(() => textOf(page, '#lists td:nth-child(2)')).toBe(hostile);
    expect(await textOf(page, '#events td')).toBe(hostile);
    expect(await textOf(page, '#users td:nth-child(2)')).toBe(userId);
    expect(
      await page.evaluate(
        '[...new Set([...document.querySelectorAll("tbody *")].map((e) => e.tagName))].sort()',
      ),
    ).toEqual(['TD', 'TR']);
    expect(await page.evaluate('document.title')).toBe('Iterable sandbox');
    expect(await count(page, 'img, iframe, script:not([src])')).toBe(0);
    const urls = page
      .told('Network.requestWillBeSent')
      .map(({ request }) => (request as { url: string }).url)
      .filter((url) => !url.startsWith('data:'));
    expect([...new Set(urls.map((url) => new URL(url).pathname))].toSorted()).toEqual([
      '/',
      '/_sandbox/page.css',
      '/_sandbox/page.js',
      '/_sandbox/stream',
    ]);
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set([sandbox.url]));
    for (const kind of ['Log.entryAdded', 'Runtime.exceptionThrown', 'Runtime.consoleAPICalled']) {
      expect(page.told(kind)).toEqual([]);
    }
  });

  it('says that the connection is lost', async () => {
    const { sandbox, page } = await watch();
    await sandbox.close();
    await eventually(() => textOf(page, '#connection')).toBe('Connection lost');
  });
});

describe('the keyboard', () => {
  it('reaches every control, and shows where it is', async () => {
    const { page } = await watch();
    const order: unknown[] = [];
    const outlines = new Set<unknown>();
    for (let i = 0; i < 9; i++) {
      await page.press('Tab');
      order.push(await page.evaluate(`${FOCUS} || document.activeElement.className`));
      outlines.add(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'));
    }
    expect(order).toEqual(['skip', 'filter', 'pause', 'reset', ...REGIONS]);
    expect([...outlines]).toEqual(['solid']);
    const controls = 'a, button, input, select, textarea, [tabindex="0"]';
    expect(await count(page, controls)).toBe(order.length);
  });

  it('skips to the tables', async () => {
    const { page } = await watch();
    await page.press('Tab');
    await page.press('Enter');
    await eventually(() => page.evaluate(FOCUS)).toBe('main');
  });

  it('filters, pauses and goes on', async () => {
    const { sandbox, page } = await watch();
    for (const name of ['ann', 'bob']) await updateUser(sandbox, { email: `${name}@example.com` });
    await eventually(() => count(page, '#users tr')).toBe(2);
    await page.press('/');
    expect(await page.evaluate(FOCUS)).toBe('filter');
    await page.type('BOB');
    await eventually(() => count(page, '#users tr')).toBe(1);
    expect(await textOf(page, '#users td')).toBe('bob@example.com');
    await page.press('Tab');
    await page.press('p');
    await eventually(() => textOf(page, '#pause')).toBe('Go on');
    const told = page.told('Network.eventSourceMessageReceived').length;
    await updateUser(sandbox, { email: 'bob@example.org' });
    await eventually(() => page.told('Network.eventSourceMessageReceived').length).toBeGreaterThan(
      told,
    );
    expect(await count(page, '#users tr')).toBe(1);
    await page.press('Enter');
    await eventually(() => count(page, '#users tr')).toBe(2);
  });

  it('scrolls a table', async () => {
    const { sandbox, page } = await watch();
    sandbox.seed({ users: Array.from({ length: 60 }, (_, i) => ({ userId: `user-${i}` })) });
    await eventually(() => count(page, '#users tr')).toBe(50);
    for (let i = 0; i < 6; i++) await page.press('Tab');
    expect(await page.evaluate(FOCUS)).toBe('h-users');
    await page.press('ArrowDown');
    await eventually(() => page.evaluate('document.activeElement.scrollTop')).toBeGreaterThan(0);
  });

  it('empties the sandbox once that is confirmed', async () => {
    const { sandbox, page } = await watch();
    await updateUser(sandbox, { userId: 'ann' });
    for (let i = 0; i < 4; i++) await page.press('Tab');
    for (const accept of [false, true]) {
      const asked = page.told('Page.javascriptDialogOpening').length;
      const pressed = page.press('Enter');
      await eventually(() => page.told('Page.javascriptDialogOpening').length).toBe(asked + 1);
      await page.send('Page.handleJavaScriptDialog', { accept });
      await pressed;
      await eventually(() => sandbox.users.count()).toBe(accept ? 0 : 1);
    }
    await eventually(() => count(page, '#users tr')).toBe(0);
  });
});

/** The least contrast of a text and what is behind it, as WCAG 2 counts it. */
const LEAST_CONTRAST = `(() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return rgb(colour)[3] === 0 ? ground(element.parentElement) : colour;
  };
  const contrasts = [...document.querySelectorAll('body *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => [light(getComputedStyle(e).color), light(ground(e))].sort((a, b) => b - a))
    .map(([more, less]) => (more + 0.05) / (less + 0.05));
  return Math.min(...contrasts);
})()`;

describe.each(['light', 'dark'])('in %s', (scheme) => {
  it('every text can be read', async () => {
    const { sandbox, page } = await watch();
    await page.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    sandbox.faults.add({ operation: 'events/track', replies: [{ status: 503 }, { status: 200 }] });
    await updateUser(sandbox, { email: 'ann@example.com', dataFields: { plan: 'pro' } });
    await track(sandbox, { email: 'ann@example.com', eventName: 'engaged' });
    await eventually(() => count(page, '#requests tr')).toBe(2);
    expect(await count(page, '.good, .bad, .count, th')).toBeGreaterThan(15);
    expect(await page.evaluate(LEAST_CONTRAST)).toBeGreaterThanOrEqual(4.5);
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(ground).toBe(scheme === 'light' ? 'rgb(247, 247, 248)' : 'rgb(20, 21, 25)');
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(join(PICTURES, `page-${scheme}.png`), await page.screenshot());
  });
});
