import type { IssuedPhoneKeyView, IssuePhoneKeyRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { issuePhoneKey } from '../../api/accounts.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Copyable, ShownOnce } from '../../ui/shown-once.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { useDrivers } from '../lists/use-names.js';

/** Gives a driver's phone a key, and shows it the once that it can be shown. */
export function IssuePhoneKeyModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [form] = Form.useForm<IssuePhoneKeyRequest>();
  const issue = useMutation({
    mutationFn: issuePhoneKey,
    onSuccess: () => queries.invalidateQueries({ queryKey: LIST_KEYS.phones }),
  });
  if (issue.data) return <ShownKey phone={issue.data} onClose={onClose} />;
  return (
    <Modal
      open
      title={t('phone.issue')}
      okText={t('phone.issue')}
      cancelText={shared('action.cancel')}
      confirmLoading={issue.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => issue.mutate(fields)}>
        <KeyFields />
        <RefusalNotice error={issue.error} />
      </Form>
    </Modal>
  );
}

function KeyFields() {
  const { t } = useTranslation('admin');
  const { data: drivers } = useDrivers();
  const needed = [{ required: true, whitespace: true, message: t('pass.needed') }];
  return (
    <>
      <Form.Item name="driverId" label={t('phone.driver')} rules={needed}>
        <Select
          data-testid="phone-driver"
          showSearch={{ optionFilterProp: 'label' }}
          options={(drivers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="deviceName" label={t('phone.device')} rules={needed}>
        <Input maxLength={80} placeholder={t('phone.deviceHint')} />
      </Form.Item>
    </>
  );
}

interface ShownKeyProps {
  readonly phone: IssuedPhoneKeyView;
  readonly onClose: () => void;
}

/** What the phone's app needs to report, once. */
function ShownKey({ phone, onClose }: ShownKeyProps) {
  const { t } = useTranslation('admin');
  const serverUrl = new URL('/api/v1/osmand', window.location.href).href;
  return (
    <ShownOnce
      title={t('phone.keyTitle', { device: phone.deviceName })}
      warning={t('phone.once')}
      noted={t('phone.noted')}
      items={[
        { key: 'url', label: t('phone.serverUrl'), children: <Copyable text={serverUrl} /> },
        {
          key: 'key',
          label: t('phone.key'),
          children: (
            <span data-testid="phone-key">
              <Copyable text={phone.key} />
            </span>
          ),
        },
      ]}
      onClose={onClose}
    />
  );
}
