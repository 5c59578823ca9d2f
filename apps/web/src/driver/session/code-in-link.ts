/** The eight digits that a QR link brings along; null when there are none. */
export function findCodeInLink(search: string): string | null {
  const code = new URLSearchParams(search).get('code');
  return code !== null && /^\d{8}$/.test(code) ? code : null;
}

/** What of a typed text are digits of a code: eight at most. */
export const readCode = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 8);
