import type { CityQuery } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { exportCityFigures } from '../../api/city.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { saveFile } from '../../ui/save-file.js';
import { useFigures } from '../use-city.js';
import { LedgerSheet } from './ledger-sheet.js';

/** The ledger on screen, on paper and as a workbook. */
export function LedgerTab({ query }: { readonly query: CityQuery }) {
  const { t } = useTranslation('city');
  const { data, error } = useFigures(query);
  const download = useMutation({
    mutationFn: () => exportCityFigures(query),
    onSuccess: (file) => saveFile(file, `${t('ledger.title')} ${query.from} ${query.to}.csv`),
  });
  return (
    <>
      <Flex gap={8} className="city-no-print">
        <Button type="primary" onClick={() => window.print()} disabled={!data}>
          {t('ledger.print')}
        </Button>
        <Button onClick={() => download.mutate()} loading={download.isPending}>
          {t('ledger.export')}
        </Button>
      </Flex>
      <RefusalNotice error={error ?? download.error} />
      {data ? <LedgerSheet figures={data} query={query} /> : !error && <Spin />}
    </>
  );
}
