import type { DriverTrainingView, TrainingView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Empty, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTrainingsOf, withdrawTraining } from '../../api/compliance.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Decider } from '../decisions/decider.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ResultWords } from './result-words.js';

export interface DriverResultsProps {
  readonly driver: DriverTrainingView;
  readonly onClose: () => void;
}

/** Every result of a driver, the last first; who may record one withdraws what was recorded wrongly. */
export function DriverResults({ driver, onClose }: DriverResultsProps) {
  const { t } = useTranslation('admin');
  const { data, error, isLoading } = useQuery({
    queryKey: [...LIST_KEYS.trainings, 'of', driver.driverId],
    queryFn: () => listTrainingsOf(driver.driverId),
  });
  return (
    <Drawer
      open
      size={520}
      loading={isLoading}
      title={t('training.resultsOf', { name: driver.driverName })}
      data-testid="driver-results-drawer"
      onClose={onClose}
    >
      <RefusalNotice error={error} />
      {data?.items.length === 0 && <Empty description={t('training.none')} />}
      <Timeline
        className="admin-timeline"
        items={(data?.items ?? []).map((result) => ({
          key: result.id,
          content: <ResultLine result={result} />,
        }))}
      />
    </Drawer>
  );
}

function ResultLine({ result }: { readonly result: TrainingView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayWithdraw = usePermission('trainings.record');
  const { kind, passedOn, withdrawal } = result;
  return (
    <>
      <strong>{shared(`trainingKind.${kind}`)}</strong>
      <div className="admin-quiet">
        {t('training.passedOn')} {passedOn}
      </div>
      <ResultWords result={result} />
      {withdrawal && (
        <div className="admin-quiet">
          {formatDateTime(withdrawal.decidedAt)} · <Decider decision={withdrawal} />
        </div>
      )}
      {mayWithdraw && withdrawal === null && <Withdraw result={result} />}
    </>
  );
}

function Withdraw({ result }: { readonly result: TrainingView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawTraining(result.id, { reason }),
    onSuccess: () => void message.success(t('decision.saved')),
    onSettled: () => {
      setIsAsking(false);
      void queries.invalidateQueries({ queryKey: LIST_KEYS.trainings });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.sessions });
    },
  });
  const kind = shared(`trainingKind.${result.kind}`);
  return (
    <div>
      <Button danger data-testid="withdraw-result" onClick={() => setIsAsking(true)}>
        {t('training.withdraw')}
      </Button>
      <RefusalNotice error={withdraw.error} />
      <ReasonModal
        title={t('training.withdrawTitle', { kind, score: result.score })}
        isOpen={isAsking}
        isPending={withdraw.isPending}
        onReason={(reason) => withdraw.mutate(reason)}
        onCancel={() => setIsAsking(false)}
      />
    </div>
  );
}
