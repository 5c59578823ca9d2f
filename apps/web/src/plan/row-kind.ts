/** By what the chart has its rows. */
export type RowKind = 'trucks' | 'lines' | 'pumps' | 'sites';
