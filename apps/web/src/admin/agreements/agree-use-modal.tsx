import { agreeUseRequest, type RegistrationView, useKind } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { agreeUse } from '../../api/fleet.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { effectiveFrom, endOfDay } from '../lists/calendar.js';
import { EnterpriseField } from '../lists/enterprise-field.js';
import { useEnterpriseNames } from '../lists/use-names.js';
import { LIST_KEYS } from '../lists/list-keys.js';

/** Own use comes with ownership and is agreed by nobody. */
const KINDS = useKind.exclude(['own']);

export interface AgreeUseModalProps {
  readonly registration: RegistrationView;
  readonly onClose: () => void;
}

interface Fields {
  readonly enterpriseId: string;
  readonly kind: (typeof KINDS.options)[number];
  readonly fromOn: string;
  /** The last day on which it holds. */
  readonly lastOn?: string;
}

/** Lets another enterprise use a vehicle: hired, loaned, or for a joint supply. */
export function AgreeUseModal({ registration: { vehicleId }, onClose }: AgreeUseModalProps) {
  const { t } = useTranslation('admin');
  const { data: enterprises } = useEnterpriseNames();
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const today = formatDate(new Date());
  const agree = useMutation({
    mutationFn: ({ enterpriseId, kind, fromOn, lastOn }: Fields) =>
      agreeUse(
        vehicleId,
        agreeUseRequest.parse({
          enterpriseId,
          kind,
          validFrom: effectiveFrom(fromOn, today, new Date()).toISOString(),
          validTo: lastOn ? endOfDay(lastOn).toISOString() : null,
        }),
      ),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: [...LIST_KEYS.agreements, vehicleId] });
      // Who uses a vehicle whose owner is no enterprise of ours stands in that list.
      void queries.invalidateQueries({ queryKey: LIST_KEYS.registrations });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('agreement.agree')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={agree.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="agree-use-form"
        initialValues={{ kind: 'hired', fromOn: today }}
        onFinish={(fields) => agree.mutate(fields)}
      >
        <EnterpriseField
          name="enterpriseId"
          label={t('agreement.enterprise')}
          enterprises={enterprises}
        />
        <Form.Item name="kind" label={t('agreement.kind')}>
          <Radio.Group
            optionType="button"
            options={KINDS.options.map((value) => ({ value, label: shared(`useKind.${value}`) }))}
          />
        </Form.Item>
        <Flex gap={16} wrap>
          <Form.Item
            name="fromOn"
            label={t('agreement.fromOn')}
            rules={[{ required: true, message: t('pass.needed') }]}
          >
            <Input type="date" />
          </Form.Item>
          <Form.Item name="lastOn" label={t('agreement.lastOn')}>
            <Input type="date" />
          </Form.Item>
        </Flex>
        <RefusalNotice error={agree.error} />
      </Form>
    </Modal>
  );
}
