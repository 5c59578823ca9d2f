import type { LedgerEntryView, LedgerKind } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { getLedgerPhoto } from '../../api/credit.js';
import { formatDateTime } from '../../i18n/time.js';
import { openFile } from '../../ui/open-file.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { StateTag } from '../lists/state-tag.js';

export function useLedgerColumns(): TableColumnsType<LedgerEntryView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('ledger.at'), dataIndex: 'occurredAt', render: formatDateTime },
    {
      title: t('ledger.kindLabel'),
      key: 'kind',
      render: (_, { kind, isEvidence }) => <Kind kind={kind} isEvidence={isEvidence} />,
    },
    {
      title: t('ledger.title'),
      key: 'title',
      render: (_, { id, title, content, photoUrls, photos }) => (
        <>
          <strong>{title}</strong>
          <div>{content}</div>
          {photos.length > 0 && <Photos entryId={id} title={title} photos={photos} />}
          {photoUrls.map((url, nth) => (
            <a key={url} href={url} target="_blank" rel="noreferrer" className="ledger-photo">
              {t('ledger.photoLink', { n: nth + 1 })}
            </a>
          ))}
        </>
      ),
    },
    { title: t('ledger.person'), dataIndex: 'personName' },
    { title: t('ledger.recordedAt'), dataIndex: 'recordedAt', render: formatDateTime },
  ];
}

interface PhotosProps {
  readonly entryId: string;
  readonly title: string;
  readonly photos: LedgerEntryView['photos'];
}

function Photos({ entryId, title, photos }: PhotosProps) {
  const { t } = useTranslation('admin');
  const open = useMutation({
    mutationFn: async ({ id, fileKind }: LedgerEntryView['photos'][number]) =>
      openFile(await getLedgerPhoto(entryId, id), `${title}.${fileKind}`),
  });
  return (
    <>
      <Flex gap={6} wrap>
        {photos.map((photo, nth) => (
          <Button key={photo.id} size="small" onClick={() => open.mutate(photo)}>
            {t('ledger.photo', { n: nth + 1 })}
          </Button>
        ))}
      </Flex>
      <RefusalNotice error={open.error} />
    </>
  );
}

interface KindProps {
  readonly kind: LedgerKind;
  readonly isEvidence: boolean;
}

function Kind({ kind, isEvidence }: KindProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      {t(`credit.ledger.${kind}`)}
      {isEvidence && (
        <div>
          <StateTag tone="wait">{t('ledger.counts')}</StateTag>
        </div>
      )}
    </>
  );
}
