import type { OrderDetailView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { flagNoise, recordNightPermit } from '../../api/deliveries.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime, fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

/** Whether people sleep beside the site, and whether the pour may go on while they do (R46). */
export function NightWorkNotice({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation('dispatcher');
  const [isRecording, setRecording] = useState(false);
  const queries = useQueryClient();
  const mayManage = usePermission('sites.manage');
  const { site, nightWork } = order;
  const flag = useMutation({
    mutationFn: (isNoiseSensitive: boolean) => flagNoise(site.id, { isNoiseSensitive }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['order'] }),
  });
  return (
    <Flex vertical gap={8} data-testid="night-work">
      <Checkbox
        checked={site.isNoiseSensitive}
        disabled={!mayManage || flag.isPending}
        onChange={({ target }) => flag.mutate(target.checked)}
      >
        {t('night.sensitive')}
      </Checkbox>
      {nightWork.state === 'permitted' && (
        <Alert type="success" showIcon title={t('night.permitted')} />
      )}
      {nightWork.state === 'without_permit' && (
        <Alert
          type="warning"
          showIcon
          title={t('night.withoutPermit', {
            time: nightWork.from === null ? '' : formatDateTime(nightWork.from),
          })}
          action={
            mayManage && (
              <Button size="small" onClick={() => setRecording(true)}>
                {t('night.record')}
              </Button>
            )
          }
        />
      )}
      <RefusalNotice error={flag.error} />
      {isRecording && <PermitModal order={order} onClose={() => setRecording(false)} />}
    </Flex>
  );
}

interface Fields {
  readonly permitNo: string;
  readonly issuedBy: string;
  readonly from: string;
  readonly to: string;
}

interface PermitModalProps {
  readonly order: OrderDetailView;
  readonly onClose: () => void;
}

function PermitModal({ order: { site, nightWork, firstOnSiteAt }, onClose }: PermitModalProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const record = useMutation({
    mutationFn: ({ permitNo, issuedBy, from, to }: Fields) =>
      recordNightPermit(site.id, {
        permitNo,
        issuedBy,
        validFrom: fromLocalInput(from),
        validTo: fromLocalInput(to),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['order'] });
      onClose();
    },
  });
  const needed = [{ required: true, whitespace: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('night.record')}
      okText={t('night.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={record.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ from: toLocalInput(new Date(nightWork.from ?? firstOnSiteAt)) }}
        onFinish={(fields) => record.mutate(fields)}
      >
        <Form.Item name="permitNo" label={t('night.permitNo')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="issuedBy" label={t('night.issuedBy')} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
        <Flex gap={12}>
          <Form.Item name="from" label={t('night.from')} rules={needed}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="to" label={t('night.to')} rules={needed}>
            <Input type="datetime-local" />
          </Form.Item>
        </Flex>
        <RefusalNotice error={record.error} />
      </Form>
    </Modal>
  );
}
