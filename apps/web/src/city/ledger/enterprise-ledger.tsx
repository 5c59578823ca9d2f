import type { CityQuery } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { getEnterpriseLedger } from '../../api/city.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { EnterpriseSheet } from './enterprise-sheet.js';

export interface EnterpriseLedgerProps {
  readonly query: CityQuery;
  readonly enterpriseId: string;
}

/** What one enterprise has and did within the days chosen. */
export function EnterpriseLedger({ query, enterpriseId }: EnterpriseLedgerProps) {
  const { from, to } = query;
  const { data, error } = useQuery({
    queryKey: ['city', 'ledger', enterpriseId, from, to],
    queryFn: () => getEnterpriseLedger(enterpriseId, { from, to }),
  });
  if (data) return <EnterpriseSheet ledger={data} query={query} />;
  return error ? <RefusalNotice error={error} /> : <Spin />;
}
