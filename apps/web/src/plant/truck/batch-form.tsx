import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordBatch } from '../../api/deliveries.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDeskWork, useMixesOf } from '../queries.js';
import { prefillBatch } from './prefill-batch.js';
import type { TruckProps } from './truck-props.js';

interface BatchFields {
  readonly vehicleId: string;
  readonly grade: string;
  readonly m3: number | null;
  readonly lineId: string | null;
  readonly mixDesignNo?: string;
}

/** Prefilled with what the system knows; what really went into which drum is what is recorded. */
export function BatchForm({ queue, truck }: TruckProps) {
  const { t } = useTranslation('plant');
  const [form] = Form.useForm<BatchFields>();
  const { vehicleId, grade } = { ...prefillBatch(queue, truck), ...Form.useWatch([], form) };
  const mixes = useMixesOf(queue.plantId, grade);
  const recording = useDeskWork(queue.plantId, truck.tripId, (fields: BatchFields) =>
    recordBatch({
      tripId: truck.tripId,
      plantId: queue.plantId,
      vehicleId: fields.vehicleId,
      grade: fields.grade.trim(),
      batchedM3: fields.m3 ?? 0,
      batchedAt: new Date(),
      ...(fields.lineId === null ? {} : { lineId: fields.lineId }),
      ...(fields.mixDesignNo && { mixDesignNo: fields.mixDesignNo }),
    }),
  );
  return (
    <Form
      form={form}
      layout="inline"
      className="truck-form"
      initialValues={prefillBatch(queue, truck)}
      onFinish={(fields) => recording.mutate(fields)}
    >
      <Form.Item name="vehicleId" label={t('batch.vehicle')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 130 }}
          data-testid="batch-vehicle"
          options={trucksOf(queue)}
        />
      </Form.Item>
      <Form.Item
        name="grade"
        label={t('batch.grade')}
        rules={[{ required: true, whitespace: true, message: '' }]}
      >
        <Input style={{ width: 80 }} maxLength={64} data-testid="batch-grade" />
      </Form.Item>
      <Form.Item name="m3" label={t('batch.m3')} rules={[{ required: true, message: '' }]}>
        <InputNumber min={0.1} max={30} step={0.5} style={{ width: 80 }} data-testid="batch-m3" />
      </Form.Item>
      <Form.Item name="lineId" label={t('batch.line')}>
        <Select
          style={{ width: 100 }}
          options={queue.lines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="mixDesignNo" label={t('batch.mixDesign')}>
        <Select
          allowClear
          style={{ width: 140 }}
          data-testid="batch-mix"
          options={mixes.map(({ mixDesignNo: no }) => ({ value: no, label: no }))}
        />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        loading={recording.isPending}
        data-testid="batch-submit"
      >
        {t('batch.submit')}
      </Button>
      {vehicleId !== truck.vehicleId && (
        <Alert type="error" title={t('batch.wrongTruck')} showIcon />
      )}
      {grade !== truck.grade && <Alert type="error" title={t('batch.wrongGrade')} showIcon />}
      <RefusalNotice error={recording.error} />
    </Form>
  );
}

/** Trucks that may stand under the plant now, each once. */
const trucksOf = ({ items }: TruckProps['queue']) =>
  [...new Map(items.map((item) => [item.vehicleId, item.plateNo])).entries()].map(
    ([value, label]) => ({ value, label }),
  );
