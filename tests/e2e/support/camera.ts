import { writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';

/** What Chromium's own pretended camera needs to show a film. */
export const pretended = (film: string) => ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];

/** A browser without a window has no camera either. */
export const whole = process.env.EID_CHROMIUM_WHOLE ?? '/usr/bin/chromium';

/** Draws a film of one picture, again and again; of nothing but white where there is none. The page is drawn over. */
export async function film_of(drawn: Page, picture: Buffer | null, film: string): Promise<void> {
  await drawn.setViewportSize({ width: 720, height: 540 });
  const style = 'body{margin:0;background:#fff}img{display:block;width:720px;height:540px;object-fit:contain}';
  const image = picture ? `<img src="data:image/png;base64,${picture.toString('base64')}">` : '';
  await drawn.setContent(`<style>${style}</style>${image}`);
  const shot = await drawn.screenshot({ type: 'jpeg', quality: 95, scale: 'css' });
  writeFileSync(film, Buffer.concat(Array.from({ length: 10 }, () => shot)));
}

/** Notes every camera that pages opened from now on are given. */
export async function watch_cameras(of: BrowserContext | Page): Promise<void> {
  await of.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { tracks });
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

/** Whether each of them is on, in the order in which they were given. */
export const cameras = (page: Page) =>
  page.evaluate(() => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map((track) => track.readyState));
