import { planTrainingSessionRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { planTrainingSession } from '../../api/training-sessions.js';
import { fromLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

interface Fields {
  readonly title: string;
  readonly place: string;
  readonly partnerAgency: string;
  /** Wall clock of Hangzhou, as is the end. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
}

const USUAL_PLACES = 40;

/** A session that enterprises may enrol their drivers in. */
export function PlanSessionModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const plan = useMutation({
    mutationFn: ({ startsAt, endsAt, ...fields }: Fields) =>
      planTrainingSession(
        planTrainingSessionRequest.parse({
          ...fields,
          startsAt: fromLocalInput(startsAt).toISOString(),
          endsAt: fromLocalInput(endsAt).toISOString(),
        }),
      ),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.sessions });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('session.planTitle')}
      okText={t('session.plan')}
      cancelText={shared('action.cancel')}
      confirmLoading={plan.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ title: t('session.usualTitle'), capacity: USUAL_PLACES }}
        onFinish={(fields) => plan.mutate(fields)}
      >
        <SessionFields />
        <RefusalNotice error={plan.error} />
      </Form>
    </Modal>
  );
}

function SessionFields() {
  const { t } = useTranslation('admin');
  const needed = [{ required: true, whitespace: true, min: 2, message: t('session.needed') }];
  const given = [{ required: true, message: t('session.needed') }];
  return (
    <>
      <Form.Item name="title" label={t('session.title')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="place" label={t('session.place')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="partnerAgency" label={t('session.partner')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Flex gap={16}>
        <Form.Item name="startsAt" label={t('session.startsAt')} rules={given}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="endsAt"
          label={t('session.endsAt')}
          dependencies={['startsAt']}
          rules={[
            ...given,
            ({ getFieldValue }) => ({
              validator: (_, endsAt: string | undefined) =>
                endsAt === undefined || endsAt > String(getFieldValue('startsAt') ?? '')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('session.order'))),
            }),
          ]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="capacity" label={t('session.capacity')} rules={given}>
          <InputNumber min={1} max={1_000} precision={0} />
        </Form.Item>
      </Flex>
    </>
  );
}
