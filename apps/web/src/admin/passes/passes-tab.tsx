import { decidePassRequest, passState, type PassView } from '@tongyun/contracts';
import { Button, Checkbox, Flex, Select, type TableColumnsType } from 'antd';
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
import { TimeSpan } from '../lists/time-span.js';
import { ListTable } from '../lists/list-table.js';
import { PlateSearch } from '../lists/plate-search.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { useZoneName } from '../lists/use-names.js';
import { RenewModal } from '../applications/renew-modal.js';
import { IssuePassModal } from './issue-pass-modal.js';
import { findPassSteps } from './pass-steps.js';
import { PrintPass } from './print-pass.js';

const TONES: Readonly<Record<PassView['state'], Tone>> = {
  pending: 'quiet',
  valid: 'good',
  expiring: 'wait',
  expired: 'wait',
  suspended: 'bad',
  revoked: 'bad',
};

const RENEWABLE: readonly PassView['state'][] = ['valid', 'expiring', 'expired'];
const PRINTABLE: readonly PassView['state'][] = [...RENEWABLE, 'pending', 'suspended'];

/** Passes: list, issue, suspend, restore, revoke, print; renew for whoever may apply. */
export function PassesTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [plateNo, setPlateNo] = useState<string | undefined>();
  const [isIssuing, setIsIssuing] = useState(false);
  const mayIssue = usePermission('passes.issue');
  const [state, setState] = useState<PassView['state'] | undefined>();
  const [isRevocationDue, setIsRevocationDue] = useState(false);
  const [printed, setPrinted] = useState<PassView | null>(null);
  const [renewed, setRenewed] = useState<readonly PassView[]>([]);
  const [isRenewing, setIsRenewing] = useState(false);
  const mayApply = usePermission('applications.apply');
  const list = usePagedList([...LIST_KEYS.passes, plateNo, state, isRevocationDue], (page) =>
    listPasses({
      ...page,
      ...(plateNo && { plateNo }),
      ...(state && { state }),
      ...(isRevocationDue && { isRevocationDue }),
    }),
  );
  const decision = useDecision<PassView>({
    listKey: LIST_KEYS.passes,
    send: ({ id, version }, asked) => decidePass(id, decidePassRequest.parse(asked), version),
  });
  const columns = useColumns(decision.open, setPrinted);
  return (
    <>
      <ListTable<PassView>
        label={t('tab.passes')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        {...(mayApply && {
          selection: {
            selectedRowKeys: renewed.map(({ id }) => id),
            onChange: (_, rows) => setRenewed(rows),
            getCheckboxProps: (row) => ({ disabled: !RENEWABLE.includes(row.state) }),
          },
        })}
        tools={
          <>
            <PlateSearch onSearch={setPlateNo} />
            <Select
              allowClear
              aria-label={t('pass.state')}
              placeholder={t('pass.allStates')}
              style={{ width: 130 }}
              options={passState.options.map((value) => ({
                value,
                label: shared(`passState.${value}`),
              }))}
              onChange={(value: PassView['state'] | undefined) => setState(value)}
            />
            <Checkbox
              checked={isRevocationDue}
              data-testid="revocation-due"
              onChange={({ target }) => setIsRevocationDue(target.checked)}
            >
              {t('pass.revocationDue')}
            </Checkbox>
            {mayApply && (
              <Button
                type="primary"
                data-testid="renew-chosen"
                disabled={renewed.length === 0}
                onClick={() => setIsRenewing(true)}
              >
                {t('application.renew', { n: renewed.length })}
              </Button>
            )}
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
      {printed && <PrintPass pass={printed} onClose={() => setPrinted(null)} />}
      {isRenewing && (
        <RenewModal
          passes={renewed}
          onClose={() => {
            setIsRenewing(false);
            setRenewed([]);
          }}
        />
      )}
      {isIssuing && <IssuePassModal onClose={() => setIsIssuing(false)} />}
    </>
  );
}

function useColumns(
  onDecide: (row: PassView) => void,
  onPrint: (row: PassView) => void,
): TableColumnsType<PassView> {
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
      key: 'zones',
      render: (_, { zoneIds, roads, routes }) => (
        <>
          {zoneIds.map(zoneName).join(shared('mark.and'))}
          {roads.length > 0 && <div className="admin-quiet">{roads.join(shared('mark.and'))}</div>}
          {routes.length > 0 && (
            <div className="admin-quiet">
              {t('pass.onlyOn', { roads: routes.map(({ name }) => name).join(shared('mark.and')) })}
            </div>
          )}
        </>
      ),
    },
    {
      title: t('pass.hours'),
      dataIndex: 'hours',
      render: (hours: PassView['hours']) => formatHours(hours, language),
    },
    {
      title: t('pass.validity'),
      key: 'validity',
      render: (_, { validFrom, validTo, toleratedTo, leaveBy }) => (
        <>
          <TimeSpan from={validFrom} to={validTo} />
          {toleratedTo !== null && (
            <div className="admin-quiet">
              {t('pass.toleratedTo', { time: formatDateTime(toleratedTo) })}
            </div>
          )}
          {leaveBy !== null && (
            <div className="admin-quiet">
              {t('pass.leaveBy', { time: formatDateTime(leaveBy) })}
            </div>
          )}
        </>
      ),
    },
    { title: t('pass.body'), dataIndex: 'issuingBody' },
    {
      title: t('pass.state'),
      dataIndex: 'state',
      render: (state: PassView['state'], { isRevocationDue }) => (
        <>
          <StateTag tone={TONES[state]}>{shared(`passState.${state}`)}</StateTag>
          {isRevocationDue && <StateTag tone="bad">{t('pass.revocationDue')}</StateTag>}
        </>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => (
        <Flex gap={8}>
          <Button disabled={!PRINTABLE.includes(row.state)} onClick={() => onPrint(row)}>
            {t('pass.print')}
          </Button>
          {mayDecide && (
            <Button
              type="primary"
              ghost
              disabled={findPassSteps(row.state).length === 0}
              onClick={() => onDecide(row)}
            >
              {t('decision.decide')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}
