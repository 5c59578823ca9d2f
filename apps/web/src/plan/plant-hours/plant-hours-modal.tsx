import type { PlantHoursView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { setPlantHours } from '../../api/dispatch.js';
import { readAgain } from '../../api/read-again.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import type { PlanLine } from '../plan-index.js';
import { type ClockSpan, toClocks, toHours } from './hours-fields.js';

interface PlantHoursModalProps {
  readonly line: PlanLine;
  readonly known: PlantHoursView;
  readonly onClose: () => void;
}

interface Fields {
  readonly spans: readonly ClockSpan[];
  readonly reason: string;
}

/** The hours of a plant from now on; without any, those of its enterprise hold again. */
export function PlantHoursModal({ line, known, onClose }: PlantHoursModalProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const save = useMutation({
    mutationFn: ({ spans, reason }: Fields) =>
      setPlantHours(line.plantId, { hours: toHours(spans), reason: reason.trim() }),
    onSuccess: () => {
      void readAgain(queries, ['day-plan']);
      void readAgain(queries, ['plant-hours']);
      onClose();
    },
  });
  const needed = [{ required: true, message: t('copy.required') }];
  return (
    <Modal
      open
      title={t('plantHours.title', { plant: line.plantName })}
      okText={shared('action.confirm')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ 'data-testid': 'save-plant-hours' }}
      confirmLoading={save.isPending}
      width={420}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="gantt-sub">{t('plantHours.hint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ spans: toClocks(known.hours) }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.List name="spans">
          {(rows, { add, remove }) => (
            <Flex vertical gap={8} style={{ marginBottom: 16 }}>
              {rows.map(({ key, name }) => (
                <Flex key={key} gap={8}>
                  {(['from', 'to'] as const).map((end) => (
                    <Form.Item
                      key={end}
                      name={[name, end]}
                      rules={needed}
                      style={{ flex: 1, marginBottom: 0 }}
                    >
                      <Input
                        type="time"
                        prefix={<span className="gantt-sub">{t(`plantHours.${end}`)}</span>}
                        aria-label={t(`plantHours.${end}`)}
                        data-testid={`plant-hours-${end}`}
                      />
                    </Form.Item>
                  ))}
                  <Button onClick={() => remove(name)}>{t('plantHours.remove')}</Button>
                </Flex>
              ))}
              <Button onClick={() => add({ from: '06:00', to: '22:00' })}>
                {t('plantHours.add')}
              </Button>
            </Flex>
          )}
        </Form.List>
        <Form.Item
          name="reason"
          label={t('plantHours.reason')}
          rules={[
            { required: true, whitespace: true, min: 2, message: shared('reasonPrompt.tooShort') },
          ]}
        >
          <Input.TextArea rows={2} maxLength={500} data-testid="plant-hours-reason" />
        </Form.Item>
      </Form>
      <RefusalNotice error={save.error} />
    </Modal>
  );
}
