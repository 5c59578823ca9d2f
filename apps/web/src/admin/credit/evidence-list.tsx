import { alertCode, type CreditEvidenceView, ledgerKind } from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { getLedgerPhoto, listEvidence } from '../../api/credit.js';
import { formatDateTime } from '../../i18n/time.js';
import { AttachedFiles } from '../attached/attached-files.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { usePagedList } from '../lists/use-paged-list.js';

/** What a grade rests on, of the years that it looks back on. */
export function EvidenceList({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation('admin');
  const list = usePagedList([...LIST_KEYS.credit, 'evidence', enterpriseId], (page) =>
    listEvidence(enterpriseId, page),
  );
  return (
    <section>
      <h2>{t('credit.evidence')}</h2>
      <ListTable
        label={t('credit.evidence')}
        list={list}
        columns={useColumns()}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function useColumns(): TableColumnsType<CreditEvidenceView> {
  const { t } = useTranslation('admin');
  const kindName = useKindName();
  return [
    { title: t('credit.at'), dataIndex: 'occurredAt', render: formatDateTime },
    { title: t('credit.source'), dataIndex: 'source', render: useSourceName() },
    { title: t('credit.kind'), dataIndex: 'kind', render: kindName },
    { title: t('pass.plate'), dataIndex: 'plateNo' },
    {
      title: t('credit.what'),
      key: 'what',
      render: (_, { id, title, source, kind, value, photoUrls, photos }) => (
        <>
          {title}
          {source === 'late_delivery' && ` ${t('credit.late', { n: value ?? 0 })}`}
          {photoUrls.map((url, place) => (
            <a key={url} href={url} target="_blank" rel="noreferrer" className="credit-photo">
              {t('credit.photo', { n: place + 1 })}
            </a>
          ))}
          <AttachedFiles
            files={photos}
            title={title ?? kindName(kind)}
            getFile={(photoId) => getLedgerPhoto(id, photoId)}
          />
        </>
      ),
    },
  ];
}

function useSourceName(): (source: CreditEvidenceView['source']) => string {
  const { t } = useTranslation('admin');
  return (source) => t(`credit.sources.${source}`);
}

function useKindName(): (kind: string) => string {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return (kind) => {
    const alert = alertCode.safeParse(kind);
    if (alert.success) return shared(`alertCode.${alert.data}`);
    const ledger = ledgerKind.safeParse(kind);
    if (ledger.success) return shared(`ledgerKind.${ledger.data}`);
    return t(`credit.sources.${kind === 'roadside_finding' ? kind : 'late_delivery'}`);
  };
}
