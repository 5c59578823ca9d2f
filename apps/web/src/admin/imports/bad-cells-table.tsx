import type { BadCell } from '@tongyun/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';

const PAGE_ROWS = 50;

/** Every cell that is at fault, with its reason in both languages. */
export function BadCellsTable({ cells }: { readonly cells: readonly BadCell[] }) {
  const { t } = useTranslation('admin');
  return (
    <Table<BadCell>
      aria-label={t('imports.faultList')}
      data-testid="bad-cells"
      size="small"
      columns={useColumns()}
      dataSource={[...cells]}
      rowKey={({ rowNo, column, code }) => `${rowNo} ${column} ${code}`}
      pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}

function useColumns(): TableColumnsType<BadCell> {
  const { t } = useTranslation('admin');
  const isEnglish = useLanguage() === 'en';
  return [
    { title: t('imports.row'), dataIndex: 'rowNo', width: 80 },
    {
      title: t('imports.column'),
      dataIndex: 'columnTitle',
      render: (title: BadCell['columnTitle']) =>
        title === null ? t('imports.wholeRow') : isEnglish ? title.en : title.zh,
    },
    {
      title: t('imports.value'),
      dataIndex: 'value',
      render: (value: string) => <code>{value}</code>,
    },
    {
      title: t('imports.reason'),
      dataIndex: 'reason',
      render: ({ zh, en }: BadCell['reason']) => (
        <>
          {isEnglish ? en : zh}
          <div className="admin-quiet" lang={isEnglish ? 'zh-CN' : 'en'}>
            {isEnglish ? zh : en}
          </div>
        </>
      ),
    },
  ];
}
