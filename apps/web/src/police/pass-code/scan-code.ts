import { passCodeIn } from './verify-pass-code.js';

/** The browser's own reader of codes in pictures; some phones have none. */
interface CodeReader {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
export interface ReaderScope {
  readonly BarcodeDetector?: new (wanted: { readonly formats: string[] }) => CodeReader;
}

export const hasCodeReader = (scope: ReaderScope): boolean => scope.BarcodeDetector !== undefined;

/** The code in the text of a scanned pass, which is an address of this page; null for any other text. */
export const passCodeInText = (text: string): string | null =>
  URL.canParse(text) ? passCodeIn(new URL(text).hash) : null;

/** The code of the first pass in a photo; null when there is none, or nothing here can read it. */
export async function scanPassCode(scope: ReaderScope, photo: Blob): Promise<string | null> {
  if (scope.BarcodeDetector === undefined) return null;
  const picture = await createImageBitmap(photo);
  try {
    const found = await new scope.BarcodeDetector({ formats: ['qr_code'] }).detect(picture);
    const codes = found.map(({ rawValue }) => passCodeInText(rawValue));
    return codes.find((code) => code !== null) ?? null;
  } finally {
    picture.close();
  }
}
