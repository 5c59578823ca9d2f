import { driverNameRequestState, type DriverNameRequestView } from '@tongyun/contracts';
import { Button, Drawer, Flex, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDriverNameRequests, stepDriverName } from '../../api/driver-names.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { PapersDrawer } from '../papers/papers-drawer.js';
import { NameHistory } from './name-history.js';

type State = DriverNameRequestView['state'];

const TONES: Readonly<Record<State, Tone>> = {
  asked: 'wait',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
};
const step = driverNameRequestState.exclude(['asked']);

interface Opened {
  readonly what: 'papers' | 'history';
  readonly request: DriverNameRequestView;
}

/** Names that were asked for: decided by the administration, withdrawn by who asked. */
export function NameRequests({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<State | undefined>();
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = usePagedList([...LIST_KEYS.driverNames, state], (page) =>
    listDriverNameRequests({ ...page, ...(state && { state }) }),
  );
  const decision = useDecision<DriverNameRequestView>({
    listKey: LIST_KEYS.driverNames,
    also: [LIST_KEYS.trainings, LIST_KEYS.drivers],
    send: ({ id, version }, { state: next, reason }) =>
      stepDriverName(id, { state: step.parse(next), reason }, version),
  });
  const columns = useColumns(decision.open, setOpened);
  return (
    <Drawer
      open
      size={1100}
      title={t('driverName.requests')}
      data-testid="name-requests-drawer"
      onClose={onClose}
    >
      <ListTable
        label={t('driverName.requests')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          <StateFilter
            label={t('driverName.stateLabel')}
            value={state}
            options={driverNameRequestState.options.map((value) => ({
              value,
              label: shared(`stateOf.driverName.${value}`),
            }))}
            onChange={setState}
          />
        }
      />
      {decision.row && (
        <DecisionModal
          title={t('driverName.title', {
            before: decision.row.nameBefore,
            name: decision.row.name,
          })}
          stateLabel={shared(`stateOf.driverName.${decision.row.state}`)}
          choices={decision.row.nextStates.map((value) => ({
            value,
            label: t(`driverName.step.${value}`),
          }))}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
      {opened && openedOf(opened, () => setOpened(null))}
    </Drawer>
  );
}

function openedOf({ what, request }: Opened, onClose: () => void): ReactNode {
  if (what === 'history') return <NameHistory request={request} onClose={onClose} />;
  const of = { subject: 'driver', subjectId: request.driverId } as const;
  return <PapersDrawer of={of} name={request.nameBefore} onClose={onClose} />;
}

function useColumns(
  onStep: (row: DriverNameRequestView) => void,
  onOpen: (opened: Opened) => void,
): TableColumnsType<DriverNameRequestView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  const mayReadPapers = usePermission('drivers.manage');
  return [
    { title: t('driverName.nameBefore'), dataIndex: 'nameBefore', className: 'admin-line' },
    { title: t('driverName.name'), dataIndex: 'name', className: 'admin-line' },
    { title: t('training.enterprise'), dataIndex: 'enterpriseId', render: enterpriseName },
    { title: t('driverName.reason'), dataIndex: 'reason' },
    { title: t('driverName.askedAt'), dataIndex: 'askedAt', render: formatDateTime },
    {
      title: t('driverName.stateLabel'),
      dataIndex: 'state',
      render: (state: State) => (
        <StateTag tone={TONES[state]}>{shared(`stateOf.driverName.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, request) => (
        <Flex gap={6}>
          {request.nextStates.length > 0 && (
            <Button type="primary" ghost data-testid="decide-name" onClick={() => onStep(request)}>
              {t('decision.decide')}
            </Button>
          )}
          {mayReadPapers && (
            <Button onClick={() => onOpen({ what: 'papers', request })}>{t('papers.open')}</Button>
          )}
          <Button onClick={() => onOpen({ what: 'history', request })}>
            {t('decision.history')}
          </Button>
        </Flex>
      ),
    },
  ];
}
