const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/**
 * Rows as `COPY … FROM STDIN` reads them in its text format (PostgreSQL 15, COPY, "Text Format").
 *
 * @param rows the text of each value as PostgreSQL writes it; null for NULL
 */
export const toCopyText = (rows: readonly (readonly (string | null)[])[]): Buffer =>
  Buffer.from(rows.map((row) => `${row.map(toField).join('\t')}\n`).join(''));

const toField = (value: string | null): string =>
  value === null ? String.raw`\N` : value.replaceAll(/[\\\t\n\r]/g, (char) => ESCAPES[char]!);
