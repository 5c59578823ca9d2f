/**
 * The eight digits that a QR link brings along; null when there are none. They come behind `#`,
 * where no server and no log sees them; a link with `?` is understood too.
 */
export function findCodeInLink({ search, hash }: Pick<Location, 'search' | 'hash'>): string | null {
  const codes = [hash.slice(1), search].map((part) => new URLSearchParams(part).get('code'));
  return codes.find((code) => code !== null && /^\d{8}$/.test(code)) ?? null;
}

/** What of a typed text are digits of a code: eight at most. */
export const readCode = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 8);
