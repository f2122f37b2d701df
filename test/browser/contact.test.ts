/** A visitor writes: with scripts and without, on a desk and on a phone, and when something goes wrong on the way. */
import { randomUUID } from 'node:crypto';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit, messages } = useBrowser();
const views = [
  { javaScriptEnabled: true, width: 320 },
  { javaScriptEnabled: true, width: 1280 },
  { javaScriptEnabled: false, width: 320 },
  { javaScriptEnabled: false, width: 1280 },
];
/** A person takes longer than a program; only the form's script can tell. */
async function takeTime(page: Page) {
  if ((await page.locator('html[data-js]').count()) > 0) await page.waitForTimeout(2100);
}

const open = ({ javaScriptEnabled = true, width = 1280 }, path = 'contact/') =>
  visit(path, { javaScriptEnabled, viewport: { width, height: 800 } });

/** A message of its own for each test. */
async function write(page: Page, text = `A question, number ${randomUUID()}`) {
  await page.getByLabel('Your name').fill('Ana');
  await page.getByLabel('Your email address').fill('ana@example.com');
  await page.getByLabel('Message', { exact: true }).fill(text);
  await takeTime(page);
  return text;
}
const press = (page: Page) => page.getByRole('button', { name: 'Send message' }).click();
const stored = async (text: string) => (await messages()).filter(({ message }) => message === text);
const status = (page: Page) => page.locator('[data-contact-status]');
const summary = (page: Page) => page.locator('[data-summary]');

async function looksFine(page: Page, width: number, withScripts: boolean) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBeLessThanOrEqual(
    width,
  );
  if (!withScripts) return;
  await page.evaluate(axe.source);
  // @ts-expect-error: axe puts itself on the window.
  const { violations } = await page.evaluate(() => window.axe.run());
  expect(
    violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`),
  ).toEqual([]);
}

describe.each(views)('scripts $javaScriptEnabled, $width px', (view) => {
  const { javaScriptEnabled, width } = view;

  test('a message is sent, and the visitor is told', async () => {
    const { page, context, errors } = await open(view);
    const text = await write(page);
    await press(page);
    if (javaScriptEnabled) {
      await status(page).filter({ hasText: 'Message sent. We’ll get back to you soon.' }).waitFor();
      expect(await page.getByLabel('Message', { exact: true }).inputValue(), 'the form is empty again').toBe('');
      expect(new URL(page.url()).pathname).toMatch(/\/contact\/$/);
    } else {
      await page.getByRole('heading', { level: 1, name: 'Message sent' }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/\/contact\/sent\/$/);
      await page.reload();
    }
    expect(await stored(text)).toMatchObject([{ name: 'Ana', email: 'ana@example.com' }]);
    await looksFine(page, width, javaScriptEnabled);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('every fault is told beside its field and in a list that leads to it, and nothing written is lost', async () => {
    const { page, context, errors } = await open(view);
    await page.getByLabel('Your email address').fill('ana at "example" <b>');
    await page.getByLabel('Message', { exact: true }).fill('Hi <i>&');
    await takeTime(page);
    await press(page);
    await summary(page).getByText('Your message was not sent').waitFor();
    expect(await summary(page).getByRole('link').allTextContents()).toEqual([
      'Enter your name.',
      'Enter an email address like name@example.com.',
      'Write at least 10 characters.',
    ]);
    expect(await summary(page).evaluate((element) => element === document.activeElement), 'it has the focus').toBe(
      true,
    );
    for (const [label, value] of [
      ['Your name', ''],
      ['Your email address', 'ana at "example" <b>'],
      ['Message', 'Hi <i>&'],
    ] as const) {
      const field = page.getByLabel(label, { exact: true });
      expect(await field.inputValue()).toBe(value);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      const described = await field.getAttribute('aria-describedby');
      expect(await page.locator(`#${described}`).isVisible()).toBe(true);
    }
    await looksFine(page, width, javaScriptEnabled);
    await summary(page).getByRole('link').first().click();
    expect(await page.getByLabel('Your name').evaluate((element) => element === document.activeElement)).toBe(true);

    const text = await write(page);
    await press(page);
    await page
      .getByText(javaScriptEnabled ? 'Message sent. We’ll get back to you soon.' : 'Message sent')
      .first()
      .waitFor();
    expect(await stored(text)).toHaveLength(1);
    // The browser itself reports the answer 422 in its console.
    expect(errors.filter((error) => !/status of 422/.test(error))).toEqual([]);
    await context.close();
  });

  test('a double click sends one message', async () => {
    const { page, context } = await open(view);
    const text = await write(page);
    await page.getByRole('button', { name: 'Send message' }).dblclick();
    await page.getByText('Message sent').first().waitFor();
    expect(await stored(text)).toHaveLength(1);
    await context.close();
  });

  test('going back and sending again sends nothing twice', async () => {
    const { page, context } = await open(view);
    const text = await write(page);
    await press(page);
    await page.getByText('Message sent').first().waitFor();
    if (javaScriptEnabled) await page.goto(new URL('../', page.url()).href);
    await page.goBack();
    await page.getByRole('button', { name: 'Send message' }).waitFor();
    if ((await page.getByLabel('Message', { exact: true }).inputValue()) === text) {
      await takeTime(page);
      await press(page);
      await page.getByText('Message sent').first().waitFor();
    } else {
      expect(javaScriptEnabled, 'without scripts the browser gives back what was written').toBe(true);
    }
    expect(await stored(text)).toHaveLength(1);
    await context.close();
  });

  test('a report from a tool’s page says which tool, label and definition it is about', async () => {
    const { page, context } = await open(view, 'tools/media-library/delete_playlist/');
    await page.getByLabel('If the label is wrong: what should it be?').selectOption('write');
    const text = await write(page);
    await press(page);
    await page.getByText('Message sent').first().waitFor();
    expect(await stored(text)).toMatchObject([
      {
        tool: 'media-library/delete_playlist',
        label: 'Destructive, critical risk',
        expected: 'write',
        definition: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
    ]);
    await context.close();
  });

  test('a fault in a report keeps what it is about', async () => {
    const { page, context } = await open(view, 'tools/media-library/delete_playlist/');
    await page.getByLabel('If the label is wrong: what should it be?').selectOption('write');
    await page.getByLabel('Message', { exact: true }).fill('This is a long enough text.');
    await takeTime(page);
    await press(page);
    await summary(page).getByText('Your message was not sent').waitFor();
    expect(await page.getByLabel('If the label is wrong: what should it be?').inputValue()).toBe('write');
    const text = await write(page);
    await press(page);
    await page.getByText('Message sent').first().waitFor();
    expect(await stored(text)).toMatchObject([{ tool: 'media-library/delete_playlist', expected: 'write' }]);
    await context.close();
  });
});

describe('with scripts', () => {
  test('the button waits while the message is on its way, and says so', async () => {
    const { page, context } = await open({});
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/api/contact', async (route) => {
      await held;
      await route.continue();
    });
    const text = await write(page);
    await press(page);
    const button = page.getByRole('button', { name: 'Send message' });
    expect(await button.isDisabled()).toBe(true);
    expect(await status(page).textContent()).toBe('Sending…');
    expect(await status(page).getAttribute('role')).toBe('status');
    release();
    await status(page).filter({ hasText: 'Message sent' }).waitFor();
    expect(await button.isEnabled()).toBe(true);
    expect(await stored(text)).toHaveLength(1);
    await context.close();
  });

  test('offline nothing is lost, and it is sent when the visitor is back', async () => {
    const { page, context } = await open({});
    const text = await write(page);
    await context.setOffline(true);
    await press(page);
    await summary(page).getByText('You are offline.').waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe(text);
    await context.setOffline(false);
    await press(page);
    await status(page).filter({ hasText: 'Message sent' }).waitFor();
    expect(await summary(page).isVisible()).toBe(false);
    expect(await stored(text)).toHaveLength(1);
    await context.close();
  });

  test('an answer that is lost on the way is made up for by a real submit, which stores nothing twice', async () => {
    const { page, context } = await open({});
    let lost = 0;
    await page.route('**/api/contact', async (route) => {
      if (route.request().isNavigationRequest()) return route.continue();
      await route.fetch();
      lost += 1;
      await route.abort('connectionreset');
    });
    const text = await write(page);
    await press(page);
    await page.getByRole('heading', { level: 1, name: 'Message sent' }).waitFor();
    expect(lost).toBe(1);
    expect(await stored(text)).toHaveLength(1);
    await context.close();
  });

  test('a host that takes no messages is told as such', async () => {
    const { page, context } = await open({});
    await page.route('**/api/contact', (route) => route.fulfill({ status: 405, contentType: 'text/html', body: 'no' }));
    const text = await write(page);
    await press(page);
    await summary(page).getByText('takes no messages').waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe(text);
    await context.close();
  });

  test('a message after a message is another one', async () => {
    const { page, context } = await open({});
    const text = await write(page);
    await press(page);
    await status(page).filter({ hasText: 'Message sent' }).waitFor();
    await write(page, text);
    await press(page);
    await expect.poll(async () => (await stored(text)).length).toBe(2);
    await context.close();
  });

  test('by keyboard alone', async () => {
    const { page, context } = await open({});
    const text = `Typed by keyboard ${randomUUID()}`;
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Ana');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ana@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
    await takeTime(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await status(page).filter({ hasText: 'Message sent' }).waitFor();
    expect(await stored(text)).toHaveLength(1);
    await context.close();
  });

  test('the address can say which tool a message is about, as text', async () => {
    const query = new URLSearchParams({ tool: 'a/<b>', label: 'Read, low risk' });
    const { page, context, errors } = await open({}, `contact/?${query}`);
    expect(await page.locator('[data-about]').textContent()).toMatch(/About a\/<b>, labelled Read, low risk/);
    expect(errors).toEqual([]);
    await context.close();
  });
});
