import type { ZoneView } from '@tongyun/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatHours } from '../../i18n/hours.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useZones } from '../lists/use-names.js';

/** The zones in force: kind, hours, and whom they bind. */
export function ZonesTab() {
  const { t } = useTranslation('admin');
  const { data, error, isPending } = useZones();
  return (
    <>
      <RefusalNotice error={error} />
      <Table<ZoneView>
        aria-label={t('tab.zones')}
        size="small"
        columns={useColumns()}
        dataSource={data ?? []}
        rowKey={({ zoneId }) => zoneId}
        loading={isPending}
        pagination={false}
      />
    </>
  );
}

function useColumns(): TableColumnsType<ZoneView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  return [
    { title: t('zone.name'), dataIndex: 'name' },
    {
      title: t('zone.kind'),
      dataIndex: 'kind',
      render: (kind: ZoneView['kind']) => shared(`zoneKind.${kind}`),
    },
    {
      title: t('zone.hours'),
      dataIndex: 'hours',
      render: (hours: ZoneView['hours']) => formatHours(hours, language),
    },
    {
      title: t('zone.binds'),
      dataIndex: 'binds',
      render: (binds: ZoneView['binds']) =>
        binds.map((kind) => shared(`vehicleKind.${kind}`)).join('、'),
    },
    { title: t('zone.version'), dataIndex: 'version' },
    { title: t('zone.since'), dataIndex: 'effectiveFrom', render: formatDateTime },
    {
      title: t('zone.size'),
      dataIndex: 'area',
      render: ({ coordinates }: ZoneView['area']) => coordinates.flat(2).length,
    },
  ];
}
