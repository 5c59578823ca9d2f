/** The machine's own fonts: labels need no glyph server. */
export const MACHINE_FONTS: readonly string[] = [
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Microsoft YaHei',
  'sans-serif',
];
