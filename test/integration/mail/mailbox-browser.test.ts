import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitation, runningConsole } from './mailbox-fixture.ts';
import { scratch } from './ses-fixture.ts';

const executablePath = '/usr/bin/chromium';
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!existsSync(executablePath))(
  'in Chromium (skipped where /usr/bin/chromium is missing)',
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: quiet });
    }, 60_000);
    afterAll(() => browser.close());

    test('a reply can be sent without JavaScript', async () => {
      await using place = await scratch();
      await using console = await runningConsole(place.folder);
      await console.deliver(invitation);
      const page = await browser.newPage({ javaScriptEnabled: false, locale: 'en-GB' });

      await page.goto(`${console.origin}/mail`);
      await page.getByRole('link', { name: /Ada Lovelace/ }).click();
      await page.getByRole('link', { name: /Would you like a mentor/ }).click();
      const box = page.getByLabel('Your reply');
      const quote = await box.inputValue();
      await box.fill(quote.replace('c) both', 'c) both\n\nBoth, please'));
      await page.getByLabel('HTML').check();
      await page.getByRole('button', { name: 'Send reply' }).click();

      expect(await page.getByRole('status').textContent()).toContain('on its way');
      expect(new URL(page.url()).pathname).toBe('/mail/ada%40example.org');
      expect(quote).toMatch(
        /^\n\nOn Fri, 12 Feb 2027 at 09:00, Maria Ortiz <mentoring@harbour\.example> wrote:\n> Hello Ada,\n/,
      );
      const sent = await PostalMime.parse(console.got[0]?.raw ?? '');
      expect(sent.text).toContain('>    c) both\n\nBoth, please');
      expect(sent.html).toContain('<div>Both, please</div>');
      await page.close();
    });

    test('nothing in a message runs, calls home, leaves its frame or leads the page away', async () => {
      await using place = await scratch();
      await using console = await runningConsole(place.folder);
      const url = await console.deliver({
        ...invitation,
        html: `<script>parent.document.title = 'hacked'</script><img src="x" onerror="parent.document.title='hacked'">
        <img src="https://evil.example/pixel"><style>@import "https://evil.example/x.css"; p { background: url(https://evil.example/y) }</style>
        <meta http-equiv="refresh" content="0; url=https://evil.example/"><base href="https://evil.example/">
        <form action="https://evil.example/"><button>Go</button></form><iframe src="https://evil.example/"></iframe>
        <a id="js" href="javascript:parent.document.title='hacked'">js</a><a id="top" target="_top" href="https://evil.example/">top</a>
        <svg onload="parent.document.title='hacked'"></svg><p>Hello</p>`,
      });
      const page = await browser.newPage();
      const asked: string[] = [];
      await page.route(/evil\.example/, (route) => {
        asked.push(route.request().url());
        return route.abort();
      });

      await page.goto(url);
      const frame = page.frameLocator('iframe');
      await frame.getByText('Hello').waitFor();
      for (const click of ['#js', 'button', '#top']) await frame.locator(click).click({ noWaitAfter: true });
      await page.evaluate('new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))');

      expect(await page.title()).toBe('Would you like a mentor this spring? · Telemachy');
      expect(page.url()).toBe(url);
      expect(asked).toEqual([]);
      await page.close();
    });

    test('a link in a message opens beside it, and its own pictures are shown', async () => {
      await using place = await scratch();
      await using console = await runningConsole(place.folder);
      const dot = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      );
      const url = await console.deliver({
        ...invitation,
        html: `<a href="${console.origin}/mail">As a page</a><img alt="chart" src="cid:chart@x">`,
        attachments: [{ filename: 'chart.png', cid: 'chart@x', content: dot }],
      });
      const page = await browser.newPage();

      await page.goto(url);
      const frame = page.frameLocator('iframe');
      const opened = page.waitForEvent('popup');
      await frame.getByText('As a page').click();
      const beside = await opened;
      await beside.waitForLoadState();

      expect(await beside.title()).toBe('Mailboxes · Telemachy');
      expect(
        await frame.getByAltText('chart').evaluate((picture) => ('naturalWidth' in picture ? picture.naturalWidth : 0)),
      ).toBe(1);
      await page.close();
    });

    test('no page is wider than a window of 320 pixels, and messages are shown whole', async () => {
      await using place = await scratch();
      await using console = await runningConsole(place.folder);
      const long = `${'x'.repeat(60)}@${'y'.repeat(60)}.example.org`;
      const url = await console.deliver({ ...invitation, to: long, subject: 'z'.repeat(300) }, { to: long });
      const page = await browser.newPage({ viewport: { width: 320, height: 600 } });

      for (const one of [`${console.origin}/mail`, url.slice(0, url.lastIndexOf('/')), url, `${url}?as=text`]) {
        await page.goto(one);
        expect(await widthOf(page), one).toBeLessThanOrEqual(320);
      }
      await page.goto(url);
      await page.frameLocator('iframe').getByText('Maria Ortiz').waitFor();

      await expect.poll(() => heightLeftIn(page)).toBeLessThanOrEqual(0);
      await page.close();
    });
  },
);

// Written as text, because the types of a page are not those of the tests.
const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

/** How much of the message its frame hides, in pixels. */
const heightLeftIn = (page: Page) =>
  page.evaluate<number>(`
    const frame = document.querySelector('iframe');
    frame.contentDocument.documentElement.scrollHeight - frame.clientHeight`);
