import type { BrowserEvent, DevTools } from './dev-tools.js';

/** Keys by the name that a page is told. */
const KEYS: Readonly<Record<string, object>> = {
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  '/': { text: '/' },
  p: { code: 'KeyP', windowsVirtualKeyCode: 80, text: 'p' },
};

/** A tab of the browser. */
export class BrowserPage {
  /** Everything that the tab told since it was opened. */
  readonly events: BrowserEvent[] = [];
  readonly #devTools: DevTools;
  readonly #session: string;

  constructor(devTools: DevTools, session: string) {
    this.#devTools = devTools;
    this.#session = session;
    devTools.onEvent((event) => {
      if (event.sessionId === session) this.events.push(event);
    });
  }

  /** Opens `url` in a tab with cookies and storage of its own. */
  static async open(devTools: DevTools, url: string): Promise<BrowserPage> {
    const { browserContextId } = await devTools.send('Target.createBrowserContext');
    const { targetId } = await devTools.send('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
      width: 1280,
      height: 860,
    });
    const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BrowserPage(devTools, String(attached['sessionId']));
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.send(`${domain}.enable`);
    await page.send('Page.navigate', { url });
    return page;
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.#devTools.send(method, params, this.#session);
  }

  /** The value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    })) as { result: { value?: unknown }; exceptionDetails?: object };
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  async press(key: string): Promise<void> {
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...KEYS[key] });
    await this.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key,
      ...KEYS[key],
      text: undefined,
    });
  }

  /** Types text into what has the focus. */
  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  /** Events of one kind. */
  told(method: string): readonly BrowserEvent['params'][] {
    return this.events.filter((event) => event.method === method).map(({ params }) => params);
  }

  /** A picture of the page, as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }
}
