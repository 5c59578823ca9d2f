import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

/** A picture that the browser put on its screen. */
export interface ScreenFrame {
  /** Milliseconds since 1970. */
  readonly shownMs: number;
  readonly jpegBase64: string;
}

/** Half of a dispatcher's screen: enough to tell colours by, and little work. */
const FILM = { format: 'jpeg', quality: 70, maxWidth: 960, maxHeight: 540 } as const;

/** Every picture that a page puts on the screen from now on for a while. */
export async function filmScreen(cdp: CDPSession, forMs: number): Promise<ScreenFrame[]> {
  const frames: ScreenFrame[] = [];
  const note = ({ data, metadata, sessionId }: Frame) => {
    frames.push({ shownMs: (metadata.timestamp ?? Number.NaN) * 1_000, jpegBase64: data });
    void cdp.send('Page.screencastFrameAck', { sessionId });
  };
  cdp.on('Page.screencastFrame', note);
  await cdp.send('Page.startScreencast', FILM);
  await wait(forMs);
  await cdp.send('Page.stopScreencast');
  cdp.off('Page.screencastFrame', note);
  return frames;
}

/**
 * Pixels of about this colour in each frame.
 *
 * @param decoder any page: the browser reads its own pictures
 */
export const countPixels = (
  decoder: Page,
  frames: readonly ScreenFrame[],
  [red, green, blue]: readonly [number, number, number],
): Promise<number[]> =>
  decoder.evaluate(
    async ({ pictures, wanted }) => {
      const counts: number[] = [];
      for (const picture of pictures) {
        const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
        const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        pen.drawImage(bitmap, 0, 0);
        const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) {
          const isWanted = wanted.every((value, part) => Math.abs(data[at + part]! - value) < 24);
          if (isWanted) count += 1;
        }
        counts.push(count);
      }
      return counts;
    },
    { pictures: frames.map(({ jpegBase64 }) => jpegBase64), wanted: [red, green, blue] },
  );

interface Frame {
  readonly data: string;
  readonly metadata: { readonly timestamp?: number };
  readonly sessionId: number;
}
