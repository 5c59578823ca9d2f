import type { RegistrationDocumentView, RegistrationView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  getRegistrationDocument,
  listRegistrationDocuments,
} from '../../api/registration-documents.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { openFile } from '../../ui/open-file.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { AttachDocument } from './attach-document.js';
import { registrationName } from './registration-name.js';

export interface VehiclePapersProps {
  readonly registration: RegistrationView;
  readonly onClose: () => void;
}

/** The files of a registration: read by whoever reviews it, attached by whoever hands it in. */
export function VehiclePapers({ registration, onClose }: VehiclePapersProps) {
  const { t } = useTranslation('admin');
  const { vehicleId } = registration;
  const mayAttach = usePermission('documents.attach');
  const { data, error, isLoading } = useQuery({
    queryKey: [...LIST_KEYS.papers, vehicleId],
    queryFn: () => listRegistrationDocuments(vehicleId),
  });
  const open = useMutation({
    mutationFn: async ({ id, title, fileKind }: RegistrationDocumentView) =>
      openFile(await getRegistrationDocument(vehicleId, id), `${title}.${fileKind}`),
  });
  const columns = useColumns((paper) => open.mutate(paper));
  return (
    <Drawer
      open
      size={760}
      title={t('registration.papers.title', { name: registrationName(registration) })}
      onClose={onClose}
    >
      {mayAttach && <AttachDocument vehicleId={vehicleId} />}
      <RefusalNotice error={error ?? open.error} />
      <Table<RegistrationDocumentView>
        aria-label={t('registration.papers.open')}
        size="small"
        pagination={false}
        loading={isLoading}
        columns={columns}
        dataSource={data?.items ?? []}
        rowKey={({ id }) => id}
        locale={{ emptyText: t('registration.papers.empty') }}
      />
    </Drawer>
  );
}

const BYTES_PER_KB = 1_000;

function useColumns(
  onOpen: (paper: RegistrationDocumentView) => void,
): TableColumnsType<RegistrationDocumentView> {
  const { t } = useTranslation('admin');
  return [
    {
      title: t('registration.papers.kindLabel'),
      dataIndex: 'kind',
      render: (kind: RegistrationDocumentView['kind']) => t(`registration.papers.kind.${kind}`),
    },
    { title: t('registration.papers.name'), dataIndex: 'title' },
    {
      title: t('registration.papers.size'),
      key: 'size',
      render: (_, { fileKind, sizeBytes }) =>
        `${fileKind.toUpperCase()} · ${Math.ceil(sizeBytes / BYTES_PER_KB)} kB`,
    },
    { title: t('registration.papers.addedAt'), dataIndex: 'addedAt', render: formatDateTime },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, paper) => (
        <Button onClick={() => onOpen(paper)}>{t('registration.papers.view')}</Button>
      ),
    },
  ];
}
