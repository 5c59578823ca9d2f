/** Writes an equipment number the one way it is stored: half-width capitals, no blank at its ends and one between words. */
export const normaliseEquipmentNo = (text: string): string =>
  text.normalize('NFKC').toUpperCase().trim().replaceAll(/\s+/gu, ' ');
