import type { CityQuery } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { exportDeclaredTrips } from '../../api/city.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { saveFile } from '../../ui/save-file.js';

/** The trips that were declared for the days chosen, as a workbook. */
export function ExportTrips({ query }: { readonly query: CityQuery }) {
  const { t } = useTranslation('city');
  const { from, to, enterpriseId } = query;
  const download = useMutation({
    mutationFn: () =>
      exportDeclaredTrips({ from, to, ...(enterpriseId !== undefined && { enterpriseId }) }),
    onSuccess: (file) => saveFile(file, `${t('declared.file')} ${from} ${to}.xlsx`),
  });
  return (
    <>
      <Button
        onClick={() => download.mutate()}
        loading={download.isPending}
        data-testid="declared-export"
      >
        {t('declared.export')}
      </Button>
      <RefusalNotice error={download.error} />
    </>
  );
}
