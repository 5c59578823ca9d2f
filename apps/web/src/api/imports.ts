import {
  type ImportKind,
  importCheckView,
  importPage,
  importView,
  type PageQuery,
  type TakeImportQuery,
} from '@tongyun/contracts';
import { api } from './client.js';

export const takeImport = (query: TakeImportQuery, file: Blob) =>
  api.post('imports', file, importView, { query: { ...query } });
export const listImports = (query: Partial<PageQuery> = {}) =>
  api.get('imports', importPage, query);
export const getImport = (id: string) => api.get(`imports/${id}`, importView);
export const checkImport = (id: string, from: number) =>
  api.post(`imports/${id}/checks`, { from }, importCheckView);
export const confirmImport = (id: string) => api.post(`imports/${id}/confirmation`, {}, importView);
export const getImportTemplate = (kind: ImportKind, format: 'xlsx' | 'csv') =>
  api.file(`imports/templates/${kind}`, { format });
