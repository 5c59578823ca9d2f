import { type RegistrationDocumentKind, registrationDocumentKind } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachRegistrationDocument } from '../../api/registration-documents.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

/** What the dialog for files offers first; what a file is, the server judges by its bytes. */
const OFFERED = 'application/pdf,image/jpeg,image/png';
const MOST_TITLE = 120;

/** Which paper it is, what it is called, and the file. */
export function AttachDocument({ vehicleId }: { readonly vehicleId: string }) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [kind, setKind] = useState<RegistrationDocumentKind>('vehicle_licence');
  const [title, setTitle] = useState('');
  const attach = useMutation({
    mutationFn: (file: File) =>
      attachRegistrationDocument(vehicleId, { kind, title: titleOf(title, file) }, file),
    onSuccess: (paper) => {
      setTitle('');
      void message.success(t('registration.papers.attached', { title: paper.title }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...LIST_KEYS.papers, vehicleId] }),
  });
  const take = (file: File) => {
    attach.mutate(file);
    return false;
  };
  return (
    <Form layout="vertical" className="attach-document">
      <Flex gap={12} wrap align="end">
        <Form.Item label={t('registration.papers.kindLabel')}>
          <Select<RegistrationDocumentKind>
            aria-label={t('registration.papers.kindLabel')}
            value={kind}
            onChange={setKind}
            style={{ width: 160 }}
            options={registrationDocumentKind.options.map((value) => ({
              value,
              label: t(`registration.papers.kind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t('registration.papers.name')}>
          <Input
            aria-label={t('registration.papers.name')}
            value={title}
            maxLength={MOST_TITLE}
            placeholder={t('registration.papers.nameHint')}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Form.Item>
        <Form.Item extra={t('registration.papers.limits')}>
          <Upload accept={OFFERED} showUploadList={false} beforeUpload={take}>
            <Button type="primary" loading={attach.isPending}>
              {t('registration.papers.choose')}
            </Button>
          </Upload>
        </Form.Item>
      </Flex>
      <RefusalNotice error={attach.error} />
    </Form>
  );
}

/** What its sender calls it, else the file's name without its ending. */
const titleOf = (typed: string, file: File): string =>
  typed.trim() || file.name.replace(/\.[^.]+$/, '').slice(0, MOST_TITLE) || file.name;
