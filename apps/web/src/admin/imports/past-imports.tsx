import type { ImportView } from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { listImports } from '../../api/imports.js';
import { formatDateTime } from '../../i18n/time.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';

/** What this account has handed in before. */
export function PastImports() {
  const { t } = useTranslation('admin');
  const list = usePagedList(LIST_KEYS.imports, listImports);
  return (
    <>
      <h2>{t('imports.past')}</h2>
      <ListTable
        label={t('imports.past')}
        list={list}
        columns={useColumns()}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function useColumns(): TableColumnsType<ImportView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('imports.fileName'), dataIndex: 'fileName' },
    {
      title: t('imports.kindLabel'),
      dataIndex: 'kind',
      render: (kind: ImportView['kind']) => t(`imports.kind.${kind}`),
    },
    { title: t('imports.rows'), dataIndex: 'rowCount' },
    { title: t('imports.takenAt'), dataIndex: 'takenAt', render: formatDateTime },
    {
      title: t('imports.stateTitle'),
      dataIndex: 'state',
      render: (state: ImportView['state']) => (
        <StateTag tone={state === 'imported' ? 'good' : 'wait'}>
          {t(`imports.state.${state}`)}
        </StateTag>
      ),
    },
  ];
}
