import type { DocumentView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { getDocument, listDocuments, type PapersOf } from '../../api/documents.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { openFile } from '../../ui/open-file.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ValidityTag } from '../lists/validity-tag.js';
import { AttachDocument } from './attach-document.js';

export interface PapersDrawerProps {
  readonly of: PapersOf;
  /** What people call the vehicle, enterprise, plant or driver. */
  readonly name: string;
  readonly onClose: () => void;
}

/** The files of one: read by whoever reviews them, attached by whoever hands them in. */
export function PapersDrawer({ of, name, onClose }: PapersDrawerProps) {
  const { t } = useTranslation('admin');
  const mayAttach = usePermission('documents.attach');
  const { data, error, isLoading } = useQuery({
    queryKey: [...LIST_KEYS.papers, of.subjectId],
    queryFn: () => listDocuments(of),
  });
  const open = useMutation({
    mutationFn: async ({ id, title, fileKind }: DocumentView) =>
      openFile(await getDocument(of, id), `${title}.${fileKind}`),
  });
  const columns = useColumns((paper) => open.mutate(paper));
  return (
    <Drawer open size={860} title={t('papers.title', { name })} onClose={onClose}>
      {mayAttach && <AttachDocument of={of} />}
      <RefusalNotice error={error ?? open.error} />
      <Table<DocumentView>
        aria-label={t('papers.open')}
        size="small"
        pagination={false}
        loading={isLoading}
        columns={columns}
        dataSource={data?.items ?? []}
        rowKey={({ id }) => id}
        locale={{ emptyText: t('papers.empty') }}
      />
    </Drawer>
  );
}

const BYTES_PER_KB = 1_000;

function useColumns(onOpen: (paper: DocumentView) => void): TableColumnsType<DocumentView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return [
    {
      title: t('papers.kindLabel'),
      dataIndex: 'kind',
      render: (kind: DocumentView['kind']) => shared(`paperKind.${kind}`),
    },
    { title: t('papers.name'), dataIndex: 'title' },
    {
      title: t('papers.size'),
      key: 'size',
      render: (_, { fileKind, sizeBytes }) =>
        `${fileKind.toUpperCase()} · ${Math.ceil(sizeBytes / BYTES_PER_KB)} kB`,
    },
    {
      title: t('papers.expiresOn'),
      key: 'expiresOn',
      render: (_, { expiresOn, validity }) => (
        <>
          {expiresOn ?? '—'} <ValidityTag validity={validity} />
        </>
      ),
    },
    { title: t('papers.addedAt'), dataIndex: 'addedAt', render: formatDateTime },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, paper) => <Button onClick={() => onOpen(paper)}>{t('papers.view')}</Button>,
    },
  ];
}
