import type { DistrictView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDistricts } from '../../api/districts.js';
import { usePermission } from '../../api/use-session.js';
import { formatDate, fromLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ZonePreview } from '../zones/zone-preview.js';
import { DecideDistrictModal } from './decide-district-modal.js';

/** `new`, the district that is decided again, or none. */
type Deciding = DistrictView | 'new' | null;

/** The districts as of a day: what they were called, where they lay, and which plants lie there. */
export function DistrictsTab() {
  const { t } = useTranslation('admin');
  const [on, setOn] = useState(() => formatDate(new Date()));
  const [deciding, setDeciding] = useState<Deciding>(null);
  const mayDecide = usePermission('districts.decide');
  const { data, error, isPending } = useQuery({
    queryKey: [...LIST_KEYS.districts, on],
    queryFn: async () => (await listDistricts({ at: fromLocalInput(`${on}T23:59`) })).items,
    enabled: on !== '',
  });
  return (
    <Flex vertical gap={16}>
      <RefusalNotice error={error} />
      <Flex justify="space-between" align="center">
        <label>
          {t('district.asOf')}{' '}
          <Input
            type="date"
            aria-label={t('district.asOf')}
            data-testid="district-day"
            value={on}
            onChange={({ target }) => setOn(target.value)}
            style={{ width: 160 }}
          />
        </label>
        {mayDecide && (
          <Button type="primary" onClick={() => setDeciding('new')}>
            {t('district.decide')}
          </Button>
        )}
      </Flex>
      <Table<DistrictView>
        aria-label={t('tab.districts')}
        size="small"
        columns={useColumns(mayDecide ? setDeciding : null)}
        dataSource={data ?? []}
        rowKey={({ districtId }) => districtId}
        loading={isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('district.none') }}
      />
      {data && (
        <ZonePreview
          label={t('district.map')}
          zones={data.map(({ districtId, name, area }) => ({
            zoneId: districtId,
            kind: 'district',
            name,
            area,
          }))}
        />
      )}
      {deciding !== null && (
        <DecideDistrictModal
          district={deciding === 'new' ? null : deciding}
          onClose={() => setDeciding(null)}
        />
      )}
    </Flex>
  );
}

function useColumns(
  onDecide: ((district: DistrictView) => void) | null,
): TableColumnsType<DistrictView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const columns: TableColumnsType<DistrictView> = [
    { title: t('zone.name'), dataIndex: 'name' },
    { title: t('district.since'), dataIndex: 'effectiveFrom', render: formatDate },
    { title: t('zone.version'), dataIndex: 'version' },
    {
      title: t('district.plants'),
      dataIndex: 'plantNames',
      render: (names: DistrictView['plantNames']) => names.join(shared('mark.and')) || '—',
    },
    { title: t('decision.reason'), dataIndex: 'reason' },
  ];
  if (onDecide === null) return columns;
  return [
    ...columns,
    {
      key: 'decide',
      title: t('list.actions'),
      render: (_, district) => (
        <Button size="small" onClick={() => onDecide(district)}>
          {t('zone.change')}
        </Button>
      ),
    },
  ];
}
