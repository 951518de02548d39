import { expect, type Page } from '@playwright/test';

/** What the product's own reader finds in a picture of a code. */
export async function decoded(page: Page, reader: string, picture: string): Promise<string> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }) => data.text && said.push(data.text));
      }
    };
  });
  await page.goto(reader);
  await page.locator('#scan-file').setInputFiles(picture);
  const found = () => page.evaluate(() => (window as unknown as { said: string[] }).said[0]);
  await expect.poll(found, { timeout: 20_000 }).toBeTruthy();
  return (await found())!;
}
