import type { LedgerEntryView, LedgerKind } from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { getLedgerPhoto } from '../../api/credit.js';
import { formatDateTime } from '../../i18n/time.js';
import { AttachedFiles } from '../attached/attached-files.js';
import { StateTag } from '../../ui/state-tag.js';

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
      render: (_, { id, title, content, siteName, photoUrls, photos }) => (
        <>
          <strong>{title}</strong>
          {siteName !== null && <div>{t('ledger.ofSite', { site: siteName })}</div>}
          <div>{content}</div>
          <AttachedFiles
            files={photos}
            title={title}
            getFile={(photoId) => getLedgerPhoto(id, photoId)}
          />
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

interface KindProps {
  readonly kind: LedgerKind;
  readonly isEvidence: boolean;
}

function Kind({ kind, isEvidence }: KindProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return (
    <>
      {shared(`ledgerKind.${kind}`)}
      {isEvidence && (
        <div>
          <StateTag tone="wait">{t('ledger.counts')}</StateTag>
        </div>
      )}
    </>
  );
}
