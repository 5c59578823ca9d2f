import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { listLedgerSites } from '../../api/credit.js';

export interface SiteSelectProps {
  readonly enterpriseId: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (siteId: string | undefined) => void;
}

/** Chooses a site of an enterprise by its name; a form hands in value and onChange. */
export function SiteSelect({ enterpriseId, id, value, onChange }: SiteSelectProps) {
  const { data, isFetching } = useQuery({
    queryKey: ['admin', 'ledger-sites', enterpriseId],
    queryFn: () => listLedgerSites({ enterpriseId }),
  });
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isFetching}
      data-testid="site-select"
      options={(data?.items ?? []).map((site) => ({
        value: site.id,
        label: `${site.name} · ${site.projectName}`,
      }))}
      onChange={(siteId: string | undefined) => onChange?.(siteId)}
    />
  );
}
