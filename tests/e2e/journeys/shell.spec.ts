import { type Page } from '@playwright/test';
import { targets } from '../support/targets.js';
import { expect, test } from '../support/test.js';

const english = (page: Page) => page.evaluate(() => document.documentElement.lang === 'en');

/** The home page in the project's language. */
const home = (info: { project: { use: { locale?: string } } }) =>
  String(info.project.use.locale).startsWith('en') ? '/en' : '/';

/** What stands in the app's element, without what only the framework and the browser add. */
const shell = (page: Page) =>
  page.evaluate(() => {
    const copy = document.getElementById('app')!.cloneNode(true) as HTMLElement;
    const walk = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walk.nextNode()) comments.push(walk.currentNode);
    comments.forEach((comment) => comment.parentNode!.removeChild(comment));
    // Empty until the network goes.
    copy.querySelectorAll('[role=status]:empty').forEach((region) => region.remove());
    return copy.innerHTML.replace(/\s+/g, ' ').replace(/> </g, '><').trim();
  });

const mounted = (page: Page) => page.waitForFunction(() => document.querySelector('#app [role=status]') !== null);

test('the mounted home page is the static one, and nothing moves when it takes its place @both', async ({ page }, info) => {
  await page.addInitScript(() => {
    const w = window as unknown as { shifted: number };
    w.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) w.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let release = () => {};
  const gate = new Promise<void>((done) => (release = done));
  await page.route('**/main*.wasm', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(home(info), { waitUntil: 'commit' });
  await page.locator('footer a').last().waitFor();
  const fixed = await shell(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('a.brand')).toBeFocused();
  const title = await page.title();
  release();
  await mounted(page);
  expect(await shell(page)).toBe(fixed);
  await expect(page.locator('a.brand')).toBeFocused();
  expect(await page.title()).toBe(title);
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThanOrEqual(0.02);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`home, help and what is not there are accessible in ${colorScheme} @both`, async ({ page, axe }, info) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['', '/tro-giup', '/xyz']) {
      await page.goto(`${home(info)}${path}`.replace('//', '/'));
      await mounted(page);
      await page.evaluate(() => document.querySelectorAll('details').forEach((answer) => (answer.open = true)));
      await axe(page);
    }
  });
}

test('home and help as screen readers find them @both', async ({ page }, info) => {
  await page.goto(home(info));
  await mounted(page);
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: `home-${info.project.name}.aria.yml` });
  await page.goto(`${home(info)}/tro-giup`.replace('//', '/'));
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: `help-${info.project.name}.aria.yml` });
});

test('nothing is cut off at 320 pixels or with text at 200 percent @both', async ({ page }, info) => {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  for (const path of ['', '/tro-giup', '/xyz']) {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${home(info)}${path}`.replace('//', '/'));
    await mounted(page);
    expect(await wide(), `${path} at 320`).toBe(false);
    await page.setViewportSize({ width: 390, height: 844 });
    // The policy forbids inline styles; this is the reader's own setting, so it goes through the style object.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await wide(), `${path} at 200 %`).toBe(false);
  }
});

test('a new page is named, said and focused; back returns to the same height', async ({ page }) => {
  await page.goto('/');
  await mounted(page);
  const link = page.locator('.home-grid a[href="/tro-giup"]');
  await link.scrollIntoViewIfNeeded();
  const height = await page.evaluate(() => scrollY);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeFocused();
  await expect(page).toHaveTitle('Trợ giúp – Hẹn Căn Cước');
  await expect(page.locator('#announcer')).toHaveText('Trợ giúp');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Đặt lịch làm thẻ căn cước' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(height);
});

test('the other language shows the same page, with its query and what is behind #', async ({ page }) => {
  await page.goto('/tro-giup?x=1#otp');
  await expect(page.locator('#otp')).toBeFocused();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/tro-giup\?x=1#otp$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help');
  expect(await english(page)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trợ giúp');
  expect(await english(page)).toBe(false);
});

test('the menu opens and closes by itself after a choice', async ({ page }) => {
  await page.goto('/');
  await mounted(page);
  await expect(page.locator('#menu')).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('#menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#menu')).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.locator('#menu').getByRole('link', { name: 'Trợ giúp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeFocused();
  await expect(page.locator('#menu')).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('#menu [aria-current=page]')).toHaveText('Trợ giúp');
});

test('the skip link leaves a secret behind # where it is', async ({ page }) => {
  await page.goto('/xyz#secret');
  await mounted(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await expect(page).toHaveURL(/#secret$/);
});

test('what is pressed by itself is as high as a finger is wide', async ({ page }) => {
  for (const path of ['', 'dat-lich', 'tra-cuu', 'kich-hoat', 'dang-nhap', 'quen-mat-khau', 'tro-giup', 'chuyen-ve', 'kiem-tra-giay-to', 'cuu-ho-tai-khoan', 'desk']) {
    await page.goto(`/${path}`);
    await mounted(page);
    await expect(page.locator('.loading, .skeleton')).toHaveCount(0);
    await targets(page);
  }
});

test.describe('when things do not arrive', () => {
  // The broken loads are the point here: the browser reports them itself.
  test.use({ page: async ({ context }, use) => use(await context.newPage()) });

  test('a page that is lost on the way can be asked for again', async ({ page }) => {
    await page.goto('/');
    await mounted(page);
    await page.context().setOffline(true);
    await expect(page.getByText('Máy đang không có mạng.')).toBeVisible();
    await page.locator('.home-grid a[href="/tro-giup"]').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Chưa mở được trang' })).toBeFocused();
    await page.context().setOffline(false);
    await expect(page.getByText('Máy đang không có mạng.')).toBeHidden();
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeVisible();
  });

  test('an app that does not start leaves the home page readable and says whom to call', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto('/');
    await expect(page.getByText('Chưa mở được phần đặt lịch.')).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Bắt đầu đặt lịch' })).toBeVisible();
  });

  for (const path of ['/dat-lich', '/lich-hen/8NR-FJTQ-K']) {
    test(`${path} says at once that the app could not start, and does not seem to load for ever`, async ({ page, axe }) => {
      await page.route('**/*.wasm', (route) => route.abort());
      await page.goto(path);
      await expect(page.getByText('Chưa mở được phần đặt lịch.')).toBeInViewport();
      await expect(page.getByRole('heading', { level: 1, name: 'Trang này chưa mở được' })).toBeVisible();
      await expect(page.getByText('Đang mở trang')).toBeHidden();
      await axe(page);
    });
  }

  test('without scripts the home page tells what can be done, and how', async ({ browser, server }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.baseURL}/`);
    await expect(page.getByRole('heading', { name: 'Cần mang gì khi đến' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Bắt đầu đặt lịch' })).toHaveAttribute('href', '/dat-lich');
    await page.goto(`${server.baseURL}/dat-lich`);
    const says = page.locator('noscript p');
    await expect(says).toContainText('xin bật JavaScript trong trình duyệt');
    await expect(says).toBeInViewport();
    await expect(page.getByText('Đang mở trang')).toBeHidden();
    await context.close();
  });
});
