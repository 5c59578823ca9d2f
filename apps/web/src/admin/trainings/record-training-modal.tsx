import type { DriverTrainingView, TrainingKind } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordTraining } from '../../api/compliance.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { yearsLater } from '../lists/calendar.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface RecordTrainingModalProps {
  readonly driver: DriverTrainingView;
  readonly kind: TrainingKind;
  readonly onClose: () => void;
}

interface Fields {
  readonly kind: TrainingKind;
  readonly score: number;
  readonly hasPassed: boolean;
  readonly passedOn: string;
  readonly expiresOn: string;
}

/** What the form starts with; whoever records it states the day that is right. */
const USUAL_YEARS = 2;

/** One result of one driver. A later one never overwrites it. */
export function RecordTrainingModal({ driver, kind, onClose }: RecordTrainingModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const record = useMutation({
    mutationFn: (fields: Fields) => recordTraining({ ...fields, driverId: driver.driverId }),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.trainings });
      onClose();
    },
  });
  const today = formatDate(new Date());
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Modal
      open
      title={t('training.title', { name: driver.driverName })}
      okText={t('training.record')}
      cancelText={shared('action.cancel')}
      confirmLoading={record.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          kind,
          hasPassed: true,
          passedOn: today,
          expiresOn: yearsLater(today, USUAL_YEARS),
        }}
        onFinish={(fields) => record.mutate(fields)}
      >
        <Form.Item name="kind" label={t('training.kind')}>
          <Radio.Group
            options={(['skill', 'safety'] as const).map((value) => ({
              value,
              label: shared(`trainingKind.${value}`),
            }))}
          />
        </Form.Item>
        <Flex gap={16}>
          <Form.Item name="score" label={t('training.score')} rules={needed}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
          <Form.Item name="hasPassed" label={t('training.result')}>
            <Radio.Group
              options={[
                { value: true, label: t('training.hasPassed') },
                { value: false, label: t('training.hasFailed') },
              ]}
            />
          </Form.Item>
        </Flex>
        <Flex gap={16}>
          <Form.Item name="passedOn" label={t('training.passedOn')} rules={needed}>
            <Input type="date" max={today} />
          </Form.Item>
          <Form.Item
            name="expiresOn"
            label={t('training.expiresOn')}
            dependencies={['passedOn']}
            rules={[
              ...needed,
              ({ getFieldValue }) => ({
                validator: (_, expiresOn: string | undefined) =>
                  expiresOn === undefined || expiresOn > String(getFieldValue('passedOn') ?? '')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('training.order'))),
              }),
            ]}
          >
            <Input type="date" />
          </Form.Item>
        </Flex>
        <RefusalNotice error={record.error} />
      </Form>
    </Modal>
  );
}
