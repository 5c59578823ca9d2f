import { type EnterpriseView, type LedgerKind, recordLedgerEntryRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { attachLedgerPhoto, recordLedgerEntry } from '../../api/credit.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { FileField } from '../attached/file-field.js';
import { useSendWithFiles } from '../attached/use-send-with-files.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { EntryFields, type StatedEntry } from './entry-fields.js';

export interface RecordEntryModalProps {
  readonly enterprise: EnterpriseView;
  readonly kinds: readonly LedgerKind[];
  readonly onClose: () => void;
}

/** A line in the ledger, which stays as it is written. */
export function RecordEntryModal({ enterprise, kinds, onClose }: RecordEntryModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<StatedEntry>();
  const { send, choose } = useSendWithFiles(async (fields: StatedEntry) => {
    const { id } = await recordLedgerEntry(toRequest(enterprise, fields));
    return (photo) => attachLedgerPhoto(id, photo);
  });
  const record = useMutation({
    mutationFn: send,
    onSuccess: () => {
      void message.success(t('decision.saved'));
      onClose();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: LIST_KEYS.ledger });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.credit });
    },
  });
  return (
    <Modal
      open
      title={t('ledger.recordTitle', { name: enterprise.shortName })}
      okText={t('ledger.record')}
      cancelText={shared('action.cancel')}
      confirmLoading={record.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="admin-quiet">{t('ledger.hint')}</p>
      <Form<StatedEntry>
        form={form}
        layout="vertical"
        data-testid="ledger-entry"
        initialValues={{ kind: kinds[0], occurredAt: toLocalInput(new Date()) }}
        onFinish={(fields) => record.mutate(fields)}
      >
        <EntryFields enterpriseId={enterprise.id} kinds={kinds} />
        <FileField takes="photos" onChoose={choose} />
        <RefusalNotice error={record.error} />
      </Form>
    </Modal>
  );
}

const toRequest = ({ id }: EnterpriseView, { occurredAt, photos, ...fields }: StatedEntry) =>
  recordLedgerEntryRequest.parse({
    ...fields,
    enterpriseId: id,
    occurredAt: fromLocalInput(occurredAt).toISOString(),
    photoUrls: (photos ?? '').split(/\s+/).filter((url) => url !== ''),
  });
