import type { Browser, CDPSession, Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../database/seeds/demo/sign-ins.js';
import { countPixels, filmScreen } from './screen-frames.js';

/** A dispatcher's screen. */
const VIEWPORT = { width: 1920, height: 1080 };
const FILMED_MS = 30_000;
/** The share of the vehicles' colour at the end that a picture shows as soon as they are on it. */
const SHOWN = 0.9;
/** Fewer pixels of their colour than that are of something else. */
const FEWEST_PIXELS = 2_000;

/** A dispatcher's desk in a browser of nobody's: nothing of an earlier visit is kept. */
export interface DeskPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** From the press on "sign in" to the picture with the vehicles on the map. */
  readonly firstPictureMs: number;
  close(): Promise<void>;
}

interface Visit {
  readonly baseUrl: string;
  readonly username: string;
  /** Of a vehicle on the map. */
  readonly vehicleColor: readonly [number, number, number];
}

/** Signs a dispatcher in and films the screen until the map has come to rest. */
export async function openDesk(browser: Browser, visit: Visit): Promise<DeskPage> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(`${visit.baseUrl}/dispatcher`);
  await page.getByTestId('sign-in-username').fill(visit.username);
  await page.getByTestId('sign-in-password').fill(DEMO_PASSWORD);
  // While somebody types, what the page is made of has come.
  await page.waitForLoadState('networkidle');
  const film = filmScreen(cdp, FILMED_MS);
  const pressedMs = await page.getByTestId('sign-in-submit').evaluate((button: HTMLElement) => {
    button.click();
    return Date.now();
  });
  const frames = await film;

  const decoder = await context.newPage();
  const pixels = await countPixels(decoder, frames, visit.vehicleColor);
  await decoder.close();
  const most = pixels.at(-1) ?? 0;
  if (most < FEWEST_PIXELS) throw new Error(`no vehicle was seen within ${FILMED_MS} ms`);
  const first = frames[pixels.findIndex((count) => count >= most * SHOWN)]!;
  return {
    page,
    cdp,
    firstPictureMs: Math.round(first.shownMs - pressedMs),
    close: () => context.close(),
  };
}
