import type { AlertCode, ViolatorsView } from '@tongyun/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';

type Violator = ViolatorsView['items'][number];

/** The vehicles that were alerted for most often, and for what. */
export function Violators({ items }: { readonly items: readonly Violator[] }) {
  const { t } = useTranslation('city');
  return (
    <section>
      <h2>{t('violators.title')}</h2>
      <Table<Violator>
        aria-label={t('violators.title')}
        data-testid="violators"
        size="small"
        columns={useColumns()}
        dataSource={[...items]}
        rowKey={({ vehicleId, enterpriseName }) => `${vehicleId} ${enterpriseName}`}
        pagination={false}
        locale={{ emptyText: <span className="city-quiet">{t('violators.none')}</span> }}
      />
    </section>
  );
}

function useColumns(): TableColumnsType<Violator> {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  return [
    {
      title: t('violators.plate'),
      dataIndex: 'plateNo',
      render: (plateNo: Violator['plateNo']) => plateNo ?? shared('state.none'),
    },
    { title: t('violators.enterprise'), dataIndex: 'enterpriseName' },
    { title: t('violators.alerts'), dataIndex: 'alerts', align: 'right' },
    { title: t('violators.trips'), dataIndex: 'trips', align: 'right' },
    {
      title: t('violators.kinds'),
      dataIndex: 'byCode',
      render: (byCode: Violator['byCode']) =>
        (Object.entries(byCode) as [AlertCode, number][])
          .toSorted(([, a], [, b]) => b - a)
          .map(([code, count]) => `${shared(`alertCode.${code}`)} ${count}`)
          .join(shared('mark.and')),
    },
  ];
}
