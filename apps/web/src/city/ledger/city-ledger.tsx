import type { CityQuery } from '@tongyun/contracts';
import { Spin } from 'antd';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useFigures } from '../use-city.js';
import { LedgerSheet } from './ledger-sheet.js';

/** One line an enterprise. */
export function CityLedger({ query }: { readonly query: CityQuery }) {
  const { data, error } = useFigures(query);
  if (data) return <LedgerSheet figures={data} query={query} />;
  return error ? <RefusalNotice error={error} /> : <Spin />;
}
