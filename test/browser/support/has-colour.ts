import type { Locator } from '@playwright/test';

const ALIKE = 6;

/** Whether an element shows a colour anywhere: a map tells what it has drawn in no other way. */
export async function hasColour(
  shown: Locator,
  [red, green, blue]: readonly [number, number, number],
): Promise<boolean> {
  const picture = (await shown.screenshot()).toString('base64');
  return shown.page().evaluate(
    async ({ bytes, wanted, alike }) => {
      const png = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));
      const image = await createImageBitmap(new Blob([png]));
      const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, image.width, image.height);
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((part, nth) => Math.abs(data[at + nth]! - part) <= alike)) return true;
      }
      return false;
    },
    { bytes: picture, wanted: [red, green, blue], alike: ALIKE },
  );
}
