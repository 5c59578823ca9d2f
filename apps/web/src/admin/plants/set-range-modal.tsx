import type { PlantView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { setPlantRange } from '../../api/fleet.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { effectiveFrom } from '../lists/calendar.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface SetRangeModalProps {
  readonly plant: PlantView;
  readonly onClose: () => void;
}

interface Fields {
  readonly radiusKm: number;
  readonly measure: 'great_circle' | 'road';
  readonly effectiveOn: string;
  readonly reason: string;
}

const M_PER_KM = 1_000;

/** A new range from a day on; the ranges before it stay in force for their time. */
export function SetRangeModal({ plant, onClose }: SetRangeModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const today = formatDate(new Date());
  const save = useMutation({
    mutationFn: ({ radiusKm, measure, effectiveOn, reason }: Fields) =>
      setPlantRange(plant.id, {
        radiusM: Math.round(radiusKm * M_PER_KM),
        area: null,
        measure,
        effectiveFrom: effectiveFrom(effectiveOn, today, new Date()),
        reason: reason.trim(),
      }),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.plants });
      onClose();
    },
  });
  const radiusM = plant.range?.radiusM ?? null;
  return (
    <Modal
      open
      title={t('plant.title', { name: plant.name })}
      okText={t('plant.set')}
      cancelText={shared('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          measure: plant.range?.measure ?? 'great_circle',
          effectiveOn: today,
          ...(radiusM !== null && { radiusKm: radiusM / M_PER_KM }),
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <RangeFields />
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  );
}

function RangeFields() {
  const { t } = useTranslation('admin');
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <>
      <Flex gap={16}>
        <Form.Item name="radiusKm" label={t('plant.radiusKm')} rules={needed}>
          <InputNumber min={1} max={200} step={0.5} />
        </Form.Item>
        <Form.Item name="measure" label={t('plant.measure')}>
          <Radio.Group
            options={(['great_circle', 'road'] as const).map((value) => ({
              value,
              label: t(`plant.${value}`),
            }))}
          />
        </Form.Item>
      </Flex>
      <Form.Item name="effectiveOn" label={t('plant.effectiveOn')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t('decision.reasonHint')} />
      </Form.Item>
    </>
  );
}
