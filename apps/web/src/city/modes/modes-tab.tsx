import type { CityQuery, EnterpriseFigures, EnterpriseView } from '@tongyun/contracts';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { whole } from '../format-count.js';
import { shareOf } from '../totals.js';
import { useEnterprises, useFigures } from '../use-city.js';
import { ModeDialog } from './mode-dialog.js';

/** How each enterprise takes part, and how much of its fleet is heard of. */
export function ModesTab({ query }: { readonly query: CityQuery }) {
  const { t } = useTranslation('city');
  const [shown, setShown] = useState<EnterpriseView | null>(null);
  const { data, error, isLoading } = useFigures(query);
  const enterprises = useEnterprises();
  const open = (id: string) =>
    setShown(enterprises.data?.find((enterprise) => enterprise.id === id) ?? null);
  return (
    <>
      <p>{t('modes.intro')}</p>
      <RefusalNotice error={error ?? enterprises.error} />
      <Table<EnterpriseFigures>
        aria-label={t('tab.modes')}
        data-testid="modes"
        size="small"
        columns={useColumns(open)}
        dataSource={data?.enterprises ?? []}
        rowKey={({ enterpriseId }) => enterpriseId}
        loading={isLoading || enterprises.isLoading}
        pagination={false}
      />
      {shown && (
        <ModeDialog key={shown.version} enterprise={shown} onClose={() => setShown(null)} />
      )}
    </>
  );
}

function useColumns(onOpen: (enterpriseId: string) => void): TableColumnsType<EnterpriseFigures> {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const mayChange = usePermission('enterprises.manage');
  return [
    { title: t('modes.district'), dataIndex: 'district' },
    { title: t('modes.enterprise'), dataIndex: 'name' },
    {
      title: t('modes.mode'),
      dataIndex: 'mode',
      render: (mode: EnterpriseFigures['mode']) => shared(`enterpriseMode.${mode}`),
    },
    {
      title: t('modes.coverage'),
      key: 'coverage',
      align: 'right',
      render: (_, { vehiclesHeard, mixers, pumps }) =>
        t('modes.heard', {
          heard: whole(vehiclesHeard),
          all: whole(mixers + pumps),
          pct: shareOf(vehiclesHeard, mixers + pumps) ?? '—',
        }),
    },
    { title: t('modes.trips'), dataIndex: 'trips', align: 'right', render: whole },
    { title: t('modes.declared'), dataIndex: 'declaredTrips', align: 'right', render: whole },
    {
      title: t('modes.actions'),
      key: 'actions',
      render: (_, { enterpriseId }) => (
        <Button
          type="primary"
          ghost
          size="small"
          data-testid="mode-open"
          onClick={() => onOpen(enterpriseId)}
        >
          {t(mayChange ? 'modes.change' : 'modes.history')}
        </Button>
      ),
    },
  ];
}
