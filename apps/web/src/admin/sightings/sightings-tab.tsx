import { type SightingOutcome, sightingOutcome } from '@tongyun/contracts';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSightings } from '../../api/supervision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { useZones } from '../lists/use-names.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { SightingAlert } from './sighting-alert.js';
import { SightingMap } from './sighting-map.js';
import { useSightingColumns } from './use-sighting-columns.js';

/** What matters most first: plates that nobody registered, and those seen away from their terminal. */
const FILTERS: readonly SightingOutcome[] = ['unknown', 'unregistered', 'suspended', 'apart'];

/** What cameras saw, listed and on the map. */
export function SightingsTab() {
  const { t } = useTranslation('admin');
  const [outcome, setOutcome] = useState<SightingOutcome | undefined>();
  const [zoneId, setZoneId] = useState<string | undefined>();
  const [alertId, setAlertId] = useState<string | null>(null);
  const zones = useZones();
  const list = usePagedList([...LIST_KEYS.sightings, outcome, zoneId], (page) =>
    listSightings({ ...page, ...(outcome && { outcome }), ...(zoneId && { zoneId }) }),
  );
  const columns = useSightingColumns(setAlertId);
  const rest = sightingOutcome.options.filter((value) => !FILTERS.includes(value));
  return (
    <>
      <ListTable
        label={t('tab.sightings')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          <>
            <StateFilter
              label={t('sighting.outcomeLabel')}
              value={outcome}
              options={[...FILTERS, ...rest].map((value) => ({
                value,
                label: t(`sighting.outcome.${value}`),
              }))}
              onChange={setOutcome}
            />
            <Select
              allowClear
              className="sighting-zone"
              aria-label={t('sighting.zone')}
              placeholder={t('sighting.everyZone')}
              value={zoneId ?? null}
              options={
                zones.data?.map(({ zoneId: value, name: label }) => ({ value, label })) ?? []
              }
              onChange={(value: string | null | undefined) => setZoneId(value ?? undefined)}
            />
          </>
        }
      />
      {alertId !== null && <SightingAlert alertId={alertId} onClose={() => setAlertId(null)} />}
      {list.rows.length === 0 ? (
        <p className="admin-quiet">{t('sighting.emptyHint')}</p>
      ) : (
        <SightingMap sightings={list.rows} />
      )}
    </>
  );
}
