import QRCode from 'qrcode';

/** Medium: some 15 % may be scratched or dirty; more would make the modules too fine to scan. */
const ERROR_CORRECTION = 'M';
const QUIET_MODULES = 4;
const PNG_WIDTH_PX = 800;

/** Draws a text as a QR code, black on white, or leaves the drawing to who asks. */
export async function drawPassCode(
  text: string,
  format: 'svg' | 'png' | 'text',
): Promise<{ bytes: Buffer; type: string }> {
  if (format === 'text') return { bytes: Buffer.from(text), type: 'text/plain' };
  const options = { errorCorrectionLevel: ERROR_CORRECTION, margin: QUIET_MODULES } as const;
  if (format === 'png') {
    const bytes = await QRCode.toBuffer(text, { ...options, type: 'png', width: PNG_WIDTH_PX });
    return { bytes, type: 'image/png' };
  }
  const svg = await QRCode.toString(text, { ...options, type: 'svg' });
  return { bytes: Buffer.from(svg), type: 'image/svg+xml' };
}
