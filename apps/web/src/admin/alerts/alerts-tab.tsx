import {
  type AlertState,
  alertState,
  type AlertView,
  decideAlertRequest,
} from '@tongyun/contracts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideAlert, listAlerts } from '../../api/alerts.js';
import { useIsAuthority } from '../../api/use-session.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { AlertEvidence } from './alert-evidence.js';
import { findAlertSteps, STEPS_WITHOUT_NOTE } from '../../ui/alert-steps.js';
import { MuteAlertModal } from './mute-alert-modal.js';
import { MutesInForce } from './mutes-in-force.js';
import { useAlertColumns } from './use-alert-columns.js';

/** Every alert of the city, as it comes; read, handled and closed with a word on why. */
export function AlertsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<AlertState | undefined>();
  const [isGoingOn, setIsGoingOn] = useState(false);
  const [causeKey, setCauseKey] = useState<string | null>(null);
  const list = usePagedList([...LIST_KEYS.alerts, state, isGoingOn, causeKey], (page) =>
    listAlerts({
      ...page,
      ...(state && { state }),
      ...(isGoingOn && { isEnded: false }),
      ...(causeKey !== null && { causeKey }),
    }),
  );
  const decision = useDecision<AlertView>({
    listKey: LIST_KEYS.alerts,
    send: ({ id, version }, { state: next, reason }) =>
      decideAlert(
        id,
        decideAlertRequest.parse({ state: next, ...(reason !== '' && { note: reason }) }),
        version,
      ),
  });
  const isAuthority = useIsAuthority();
  const [muting, setMuting] = useState<AlertView | null>(null);
  const columns = useAlertColumns({
    onDecide: decision.open,
    onMute: setMuting,
    onCause: setCauseKey,
  });
  return (
    <>
      <MutesInForce />
      <ListTable
        label={t('tab.alerts')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        expandable={{ expandedRowRender: (alert) => <AlertEvidence alert={alert} /> }}
        tools={
          <>
            <StateFilter
              label={t('alert.state')}
              value={state}
              options={alertState.options.map((value) => ({
                value,
                label: shared(`alertState.${value}`),
              }))}
              onChange={setState}
            />
            <Checkbox checked={isGoingOn} onChange={({ target }) => setIsGoingOn(target.checked)}>
              {t('alert.openOnly')}
            </Checkbox>
            {causeKey !== null && (
              <Button data-testid="every-cause" onClick={() => setCauseKey(null)}>
                {t('alert.everyCause')}
              </Button>
            )}
          </>
        }
      />
      {muting && <MuteAlertModal alert={muting} onClose={() => setMuting(null)} />}
      {decision.row && (
        <DecisionModal
          title={t('alert.title', { name: nameOf(decision.row, shared) })}
          stateLabel={shared(`alertState.${decision.row.state}`)}
          choices={findAlertSteps(decision.row.state, isAuthority).map((value) => ({
            value,
            label: t(`alert.to.${value}`),
          }))}
          withoutReason={STEPS_WITHOUT_NOTE}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
    </>
  );
}

const nameOf = (
  { code, plateNo }: AlertView,
  shared: (key: `alertCode.${AlertView['code']}`) => string,
): string => `${shared(`alertCode.${code}`)} ${plateNo ?? ''}`;
