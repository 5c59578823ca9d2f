import { decidePassRequest, type PassView } from '@tongyun/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decidePass, listPasses } from '../../api/compliance.js';
import { usePermission } from '../../api/use-session.js';
import { formatHours } from '../../i18n/hours.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { PlateSearch } from '../lists/plate-search.js';
import { StateTag, type Tone } from '../lists/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { useZoneName } from '../lists/use-names.js';
import { IssuePassModal } from './issue-pass-modal.js';
import { findPassSteps } from './pass-steps.js';

const TONES: Readonly<Record<PassView['state'], Tone>> = {
  pending: 'quiet',
  valid: 'good',
  expiring: 'wait',
  expired: 'wait',
  suspended: 'bad',
  revoked: 'bad',
};

/** Passes: list, issue, suspend, restore, revoke. */
export function PassesTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [plateNo, setPlateNo] = useState<string | undefined>();
  const [isIssuing, setIsIssuing] = useState(false);
  const mayIssue = usePermission('passes.issue');
  const list = usePagedList([...LIST_KEYS.passes, plateNo], (page) =>
    listPasses({ ...page, ...(plateNo && { plateNo }) }),
  );
  const decision = useDecision<PassView>({
    listKey: LIST_KEYS.passes,
    send: ({ id, version }, asked) => decidePass(id, decidePassRequest.parse(asked), version),
  });
  const columns = useColumns(decision.open);
  return (
    <>
      <ListTable
        label={t('tab.passes')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          <>
            <PlateSearch onSearch={setPlateNo} />
            {mayIssue && (
              <Button type="primary" data-testid="issue-pass" onClick={() => setIsIssuing(true)}>
                {t('pass.issue')}
              </Button>
            )}
          </>
        }
      />
      {decision.row && (
        <DecisionModal
          title={t('pass.title', { no: decision.row.passNo })}
          stateLabel={shared(`passState.${decision.row.state}`)}
          choices={findPassSteps(decision.row.state).map((value) => ({
            value,
            label: t(`pass.to.${value}`),
          }))}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
      {isIssuing && <IssuePassModal onClose={() => setIsIssuing(false)} />}
    </>
  );
}

function useColumns(onDecide: (row: PassView) => void): TableColumnsType<PassView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const zoneName = useZoneName();
  const mayDecide = usePermission('passes.decide');
  return [
    { title: t('pass.no'), dataIndex: 'passNo', className: 'admin-plate' },
    { title: t('pass.plate'), dataIndex: 'plateNo', className: 'admin-plate' },
    {
      title: t('pass.zones'),
      dataIndex: 'zoneIds',
      render: (ids: PassView['zoneIds']) => ids.map(zoneName).join('、'),
    },
    {
      title: t('pass.hours'),
      dataIndex: 'hours',
      render: (hours: PassView['hours']) => formatHours(hours, language),
    },
    {
      title: t('pass.validity'),
      key: 'validity',
      render: (_, { validFrom, validTo }) =>
        `${formatDateTime(validFrom)} – ${formatDateTime(validTo)}`,
    },
    { title: t('pass.body'), dataIndex: 'issuingBody' },
    {
      title: t('pass.state'),
      dataIndex: 'state',
      render: (state: PassView['state']) => (
        <StateTag tone={TONES[state]}>{shared(`passState.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) =>
        mayDecide && (
          <Button
            type="primary"
            ghost
            disabled={findPassSteps(row.state).length === 0}
            onClick={() => onDecide(row)}
          >
            {t('decision.decide')}
          </Button>
        ),
    },
  ];
}
