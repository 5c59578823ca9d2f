import { z } from 'zod';
import { crs, instant, pageOf, position } from './common.js';

/** What a file may hold, one thing a row. */
export const importKind = z.enum([
  'enterprises',
  'plants',
  'vehicles',
  'drivers',
  'terminals',
  'passes',
  'trips',
  'orders',
]);
export type ImportKind = z.infer<typeof importKind>;

export const importTemplateQuery = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') });
export type ImportTemplateQuery = z.infer<typeof importTemplateQuery>;

/** Of the file that is the body of the request. */
export const takeImportQuery = z.object({
  kind: importKind,
  fileName: z.string().trim().min(1).max(200),
  /** The system of positions whose row does not state its own. */
  crs: crs.optional(),
});
export type TakeImportQuery = z.infer<typeof takeImportQuery>;

/** `taken`: read and kept, nothing entered yet. `imported`: every row is entered. */
export const importState = z.enum(['taken', 'imported']);
export const importView = z.object({
  id: z.uuid(),
  kind: importKind,
  fileName: z.string(),
  crs: crs.nullable(),
  rowCount: z.number().int(),
  state: importState,
  /** How many rows are entered so far while an import is under way, else null. */
  enteredRows: z.number().int().nullable(),
  takenAt: instant,
  importedAt: instant.nullable(),
});
export type ImportView = z.infer<typeof importView>;
export const importPage = pageOf(importView);

export const checkImportRequest = z.object({
  /** How many rows are checked already: where to go on. */
  from: z.number().int().min(0).max(20_000),
});
export type CheckImportRequest = z.infer<typeof checkImportRequest>;

const words = z.object({ zh: z.string(), en: z.string() });
export const badCell = z.object({
  /** Row of the sheet, its header counted. */
  rowNo: z.number().int(),
  /** Null when the row as a whole is refused. */
  column: z.string().nullable(),
  columnTitle: words.nullable(),
  value: z.string(),
  code: z.string(),
  reason: words,
});
export type BadCell = z.infer<typeof badCell>;
export const importCheckView = z.object({
  /** Rows checked when this part is counted in; the next part starts there. */
  checkedRows: z.number().int(),
  rowCount: z.number().int(),
  /** Of this part alone. */
  badRowCount: z.number().int(),
  badCells: z.array(badCell),
  /** Where the rows of this part would lie, in WGS-84. */
  places: z.array(z.object({ rowNo: z.number().int(), name: z.string(), position })),
});
export type ImportCheckView = z.infer<typeof importCheckView>;
