import type { Page } from '@playwright/test';
import { book, type Visit } from '../support/book.js';
import { Api, officer as colleague, receive } from '../support/case.js';
import { cut_off, fits } from '../support/fits.js';
import { Officer } from '../support/officer.js';
import { persona } from '../support/persona.js';
import { expect, test } from '../support/test.js';

/** What reaches over the side at a width, by name. Tables of figures have a box of their own to scroll in; the line's hides nothing. */
async function over(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return cut_off(page, '.line-scroll');
}

/** What each role alone sees; a manager sees what an officer does. */
const PAGES = {
  truong: ['', '/the', '/chua-nhan', '/cau-hoi', '/luu-tru', '/lo-ho-so', '/so-lieu', '/van-phong'],
  quantri: ['/ngay-le'],
};

test('no page of the desk scrolls sideways, with long names and long states, from a phone to a desktop', async ({ page, server, who }, info) => {
  test.setTimeout(120_000);
  const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
  const desk = new Officer(page, lang);
  // Five words, as many people have.
  const people = ['Tôn Nữ Diệu Huyền Trân Châu', 'Nguyễn Phúc Hoàng Minh Khang', 'Công Tằng Tôn Nữ Thảo'].map((name, n) => ({ ...persona(info.workerIndex, 600 + n), name }));
  // One after the other: at the same moment they would ask for the same place.
  const booked: Visit[] = [];
  for (const one of people) booked.push(await book(server, one));
  const [held, waits, card] = booked;
  const received = await book(server, who);
  const other = await receive(server, received);
  const path = (visit: { reference: string }) => `/api/desk/dossiers/${visit.reference}`;
  for (const visit of [held!, waits!, card!]) await other.send('POST', `${path(visit)}/check-in`);
  await other.send('POST', `${path(held!)}/start-intake`);
  await other.send('POST', `${path(held!)}/data-correction`, { what: ['name', 'birth_date'], papers: ['birth_certificate'], reason: 'Tên đệm trên giấy khai sinh khác với dữ liệu dân cư.' });
  await other.send('POST', '/api/desk/queue/walk-ins', { service: 'card_and_account', priority: 'pregnant' });
  await new Api(server).send('POST', `/api/dossiers/${received.reference}/questions`, { text: 'Tôi đi công tác xa, người nhà nhận thẻ thay được không?' }, { 'x-access-key': received.key });
  await (await colleague(server, 'truong')).send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  const wide: string[] = [];
  for (const [name, pages] of Object.entries(PAGES)) {
    await desk.open('/dang-nhap');
    await desk.sign_in(name);
    await expect(page).not.toHaveURL(/dang-nhap$/);
    const own = name === 'truong' ? [`/ho-so/${held!.reference}`, `/ho-so/${received.reference}`] : [];
    for (const at of [...pages, ...own]) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await desk.open(at);
      await expect(page.locator('.desk h1')).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      if (at === '') {
        // Works at a station: the list of who waits has the least room.
        await page.getByRole('button', { name: desk.say('line.station', { station: '2' }), exact: true }).click();
        await expect(page.locator('.line-row').first()).toBeVisible();
      }
      for (const width of [320, 390, 700, 1280]) for (const found of await over(page, width)) wide.push(`${at || '/'} ${width}: ${found}`);
      await fits(page).catch((error: Error) => wide.push(error.message));
    }
    if (name === 'truong') {
      // The other language's words are longer in other places.
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(lang === 'en' ? '/desk' : '/en/desk');
      await expect(page.locator('.line-row').first()).toBeVisible();
      for (const found of await over(page, 1280)) wide.push(`the day in the other language: ${found}`);
    }
    await page.context().clearCookies();
  }
  expect(wide).toEqual([]);
});
