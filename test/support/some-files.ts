/** The smallest files that are what they say. */
export const aPdf = (text = 'papers'): Buffer<ArrayBuffer> =>
  Buffer.from(`%PDF-1.4\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF`);

export const aJpeg = (): Buffer<ArrayBuffer> =>
  Buffer.from([
    // The start, a header, a scan of one byte, the end.
    0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xda,
    0, 8, 1, 1, 0, 0, 63, 0, 0x5a, 0xff, 0xd9,
  ]);

export const aPng = (): Buffer<ArrayBuffer> =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
