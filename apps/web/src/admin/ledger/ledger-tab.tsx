import type { LedgerKind } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getLedgerKinds, listLedger } from '../../api/credit.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { useEnterprises } from '../lists/use-names.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { RecordEntryModal } from './record-entry-modal.js';
import { useLedgerColumns } from './use-ledger-columns.js';

/** The safety ledger of an enterprise: who answers for what, and what was seen, found and done. */
export function LedgerTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { data: enterprises } = useEnterprises();
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<LedgerKind | undefined>();
  const [isRecording, setIsRecording] = useState(false);
  const enterprise = enterprises?.find(({ id }) => id === chosen) ?? enterprises?.[0];
  const { data: kinds } = useQuery({
    queryKey: [...LIST_KEYS.ledger, 'kinds'],
    queryFn: getLedgerKinds,
  });
  const written = kinds?.written ?? [];
  const list = usePagedList([...LIST_KEYS.ledger, enterprise?.id, kind], (page) =>
    listLedger({
      ...page,
      ...(enterprise && { enterpriseId: enterprise.id }),
      ...(kind && { kind }),
    }),
  );
  return (
    <>
      <ListTable
        label={t('tab.ledger')}
        list={list}
        columns={useLedgerColumns()}
        rowKey={({ id }) => id}
        tools={
          <>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t('credit.enterprise')}
              className="ledger-enterprise"
              value={enterprise?.id ?? null}
              options={(enterprises ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosen}
            />
            <Select<LedgerKind | ''>
              aria-label={t('ledger.kindLabel')}
              className="ledger-kind"
              value={kind ?? ''}
              options={[
                { value: '', label: t('ledger.allKinds') },
                ...(kinds?.read ?? []).map((value) => ({
                  value,
                  label: shared(`ledgerKind.${value}`),
                })),
              ]}
              onChange={(value) => setKind(value === '' ? undefined : value)}
            />
            {enterprise && written.length > 0 && (
              <Button
                type="primary"
                data-testid="record-entry"
                onClick={() => setIsRecording(true)}
              >
                {t('ledger.record')}
              </Button>
            )}
          </>
        }
      />
      {isRecording && enterprise && (
        <RecordEntryModal
          enterprise={enterprise}
          kinds={written}
          onClose={() => setIsRecording(false)}
        />
      )}
    </>
  );
}
