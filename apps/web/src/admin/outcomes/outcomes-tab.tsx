import {
  type RoadsideOutcome,
  roadsideOutcome,
  type RoadsideOutcomeView,
} from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoadsideOutcomes } from '../../api/supervision.js';
import { formatDateTime } from '../../i18n/time.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';

const TONES: Readonly<Record<RoadsideOutcome, Tone>> = {
  released: 'good',
  left_by_route: 'wait',
  held: 'bad',
};

/** What officers did with the vehicles that they asked about, the latest first. */
export function OutcomesTab() {
  const { t } = useTranslation('admin');
  const [outcome, setOutcome] = useState<RoadsideOutcome | undefined>();
  const list = usePagedList([...LIST_KEYS.outcomes, outcome], (page) =>
    listRoadsideOutcomes({ ...page, ...(outcome && { outcome }) }),
  );
  return (
    <ListTable
      label={t('tab.outcomes')}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      tools={
        <StateFilter
          label={t('outcome.label')}
          value={outcome}
          options={roadsideOutcome.options.map((value) => ({
            value,
            label: t(`outcome.kind.${value}`),
          }))}
          onChange={setOutcome}
        />
      }
    />
  );
}

function useColumns(): TableColumnsType<RoadsideOutcomeView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('outcome.decidedAt'), dataIndex: 'decidedAt', render: formatDateTime },
    { title: t('pass.plate'), dataIndex: 'plateNo', className: 'admin-plate' },
    {
      title: t('outcome.label'),
      key: 'outcome',
      render: (_, { outcome, route, note }) => (
        <>
          <StateTag tone={TONES[outcome]}>{t(`outcome.kind.${outcome}`)}</StateTag>
          {route !== null && <div>{t('outcome.route', { route })}</div>}
          {note !== null && <div className="admin-quiet">{note}</div>}
        </>
      ),
    },
    {
      title: t('outcome.by'),
      key: 'by',
      render: (_, { agency, badgeNo }) => [agency, badgeNo].filter(Boolean).join(' · '),
    },
    {
      title: t('outcome.told'),
      dataIndex: 'isEnterpriseTold',
      render: (isTold: boolean) => t(isTold ? 'outcome.isTold' : 'outcome.notTold'),
    },
  ];
}
