import type { CityQuery } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Radio } from 'antd';
import { useState } from 'react';
import { exportCityFigures } from '../../api/city.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { saveFile } from '../../ui/save-file.js';
import { isPeriod, lengthOf } from '../period/period.js';
import { CityLedger } from './city-ledger.js';
import { EnterpriseLedger } from './enterprise-ledger.js';

const MOST_DAYS = 31;
const PAPERS = ['a4', 'a5'] as const;

/** The ledger on screen, on paper and as a file: of an enterprise when one is chosen, else of all. */
export function LedgerTab({ query }: { readonly query: CityQuery }) {
  const { t } = useTranslation('city');
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('a4');
  const { enterpriseId } = query;
  const isShort = isPeriod(query) && lengthOf(query) <= MOST_DAYS;
  const download = useMutation({
    mutationFn: () => exportCityFigures(query),
    onSuccess: (file) => saveFile(file, `${t('ledger.title')} ${query.from} ${query.to}.xlsx`),
  });
  return (
    <div className={`print-${paper}`}>
      <Flex gap={8} align="center" className="city-no-print">
        <Button type="primary" onClick={() => window.print()} data-testid="ledger-print">
          {t('ledger.print')}
        </Button>
        <Radio.Group
          aria-label={t('ledger.paper')}
          value={paper}
          onChange={({ target }) => setPaper(target.value)}
          options={PAPERS.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <Button
          onClick={() => download.mutate()}
          loading={download.isPending}
          data-testid="ledger-export"
        >
          {t('ledger.export')}
        </Button>
        {enterpriseId === undefined && <span>{t('ledger.choose')}</span>}
      </Flex>
      <RefusalNotice error={download.error} />
      {enterpriseId === undefined && <CityLedger query={query} />}
      {enterpriseId !== undefined &&
        (isShort ? (
          <EnterpriseLedger query={query} enterpriseId={enterpriseId} />
        ) : (
          <Alert type="warning" showIcon title={t('ledger.tooLong', { days: MOST_DAYS })} />
        ))}
    </div>
  );
}
