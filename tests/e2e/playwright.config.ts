import { defineConfig, devices } from '@playwright/test';
import { existsSync } from 'node:fs';

/** The browser that set-up found; Debian's by default. */
const executablePath =
  process.env.EID_CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((p) => existsSync(p));

const launchOptions = {
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const DAY = /officer_day/;

const phone = { ...devices['Pixel 5'], viewport: { width: 390, height: 844 }, launchOptions };
const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 }, launchOptions };

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  snapshotPathTemplate: '{testDir}/../aria/{arg}{ext}',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 3,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  // A service worker would hide requests from the tests that look at them; slip.spec.ts allows it.
  // A trace films every step of every test, which takes a quarter of two processors: recorded where somebody asks for it.
  use: {
    serviceWorkers: 'block',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: process.env.EID_TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    // A day of forty people takes minutes: it is worked through once, at a wide screen, and begun first.
    { name: 'day-en', use: { ...desktop, locale: 'en-GB' }, testMatch: DAY },
    { name: 'phone-vi', use: { ...phone, locale: 'vi-VN' }, testIgnore: DAY },
    // The desk's dense tables as most of its people see them: in Vietnamese, at a desktop.
    { name: 'desk-vi', use: { ...desktop, locale: 'vi-VN' }, testIgnore: DAY, grep: /@desk-vi/ },
    { name: 'desktop-en', use: { ...desktop, locale: 'en-GB' }, testIgnore: DAY, grep: /@both|@desktop/ },
  ],
});
