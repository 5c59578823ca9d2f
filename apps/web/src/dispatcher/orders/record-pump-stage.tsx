import type { PumpJobView, PumpStage } from '@tongyun/contracts';
import { newId } from '@tongyun/kernel';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordPumpStage } from '../../api/deliveries.js';
import { useLanguage } from '../../i18n/use-language.js';
import { refusalOf, refusalSentence } from '../../ui/refusal-sentence.js';
import { useAfterAssigning } from '../assign/use-after-assigning.js';

export interface RecordPumpStageProps {
  readonly job: PumpJobView;
  readonly nextStage: PumpStage;
}

/** Records the pump's next stage for its operator, who has called it in. */
export function RecordPumpStage({ job, nextStage }: RecordPumpStageProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const { message } = App.useApp();
  const afterRecording = useAfterAssigning(job.orderId);
  const record = useMutation({
    mutationFn: () =>
      recordPumpStage(job.id, { id: newId<string>(), stage: nextStage, at: new Date() }),
    onError: (error) => void message.error(refusalSentence(refusalOf(error), language)),
    onSettled: afterRecording,
  });
  const label = shared(`pumpButton.${nextStage}`);
  return (
    <Popconfirm
      title={t('order.recordPumpStage', { stage: label })}
      okText={shared('action.confirm')}
      cancelText={shared('action.cancel')}
      onConfirm={() => record.mutate()}
    >
      <Button loading={record.isPending} data-testid="record-pump-stage">
        {label}
      </Button>
    </Popconfirm>
  );
}
