import { DOCUMENT_KINDS, type DocumentKind } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachDocument, type PapersOf } from '../../api/documents.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

/** What the dialog for files offers first; what a file is, the server judges by its bytes. */
const OFFERED = 'application/pdf,image/jpeg';
const MOST_TITLE = 120;

/** Which paper it is, what it is called, and the file. */
export function AttachDocument({ of }: { readonly of: PapersOf }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [kind, setKind] = useState<DocumentKind>(DOCUMENT_KINDS[of.subject][0]);
  const [title, setTitle] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const attach = useMutation({
    mutationFn: (file: File) =>
      attachDocument(
        of,
        { kind, title: titleOf(title, file), ...(expiresOn !== '' && { expiresOn }) },
        file,
      ),
    onSuccess: (paper) => {
      setTitle('');
      setExpiresOn('');
      void message.success(t('papers.attached', { title: paper.title }));
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: [...LIST_KEYS.papers, of.subjectId] });
      // The lists of vehicles and terminals warn of papers that run out.
      await queries.invalidateQueries({ queryKey: LIST_KEYS.registrations });
    },
  });
  const take = (file: File) => {
    attach.mutate(file);
    return false;
  };
  return (
    <Form layout="vertical" className="attach-document">
      <Flex gap={12} wrap align="end">
        <Form.Item label={t('papers.kindLabel')}>
          <Select<DocumentKind>
            aria-label={t('papers.kindLabel')}
            value={kind}
            onChange={setKind}
            style={{ width: 160 }}
            options={DOCUMENT_KINDS[of.subject].map((value) => ({
              value,
              label: shared(`paperKind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t('papers.name')}>
          <Input
            aria-label={t('papers.name')}
            value={title}
            maxLength={MOST_TITLE}
            placeholder={t('papers.nameHint')}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('papers.expiresOn')}>
          <Input
            type="date"
            aria-label={t('papers.expiresOn')}
            value={expiresOn}
            onChange={({ target }) => setExpiresOn(target.value)}
          />
        </Form.Item>
        <Form.Item extra={t('papers.limits')}>
          <Upload accept={OFFERED} showUploadList={false} beforeUpload={take}>
            <Button type="primary" loading={attach.isPending}>
              {t('papers.choose')}
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
