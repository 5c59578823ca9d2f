/** Signatures and fixed lengths of the records of a zip file (PKWARE APPNOTE 4.3). */
export const END = 0x06054b50;
export const END_LENGTH = 22;
export const ENTRY = 0x02014b50;
export const ENTRY_LENGTH = 46;
export const LOCAL = 0x04034b50;
export const LOCAL_LENGTH = 30;
