import { Alert, Button, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { BadCellsTable } from './bad-cells-table.js';
import { ChooseFile } from './choose-file.js';
import { PastImports } from './past-imports.js';
import { PlacePreview } from './place-preview.js';
import { useImport } from './use-import.js';

/** Rows from a file: chosen, checked row by row, seen on the map, and then entered as one. */
export function ImportsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { taken, checked, check, isChecking, enter, isEntering, enteredRows, error } = useImport();
  const isWhole = taken !== null && !isChecking && checked.checkedRows === taken.rowCount;
  return (
    <Flex vertical gap={12}>
      <h2>{t('imports.title')}</h2>
      <ChooseFile isBusy={isChecking || isEntering} onFile={check} />
      <span className="admin-quiet">{t('imports.limits')}</span>
      <RefusalNotice error={error} />
      {isChecking && (
        <Steps
          text={
            taken
              ? t('imports.checking', { done: checked.checkedRows, total: taken.rowCount })
              : t('imports.reading')
          }
          share={taken ? checked.checkedRows / taken.rowCount : 0}
        />
      )}
      {isEntering && taken && (
        <Steps
          text={t('imports.entering', { done: enteredRows, total: taken.rowCount })}
          share={enteredRows / taken.rowCount}
        />
      )}
      {taken?.state === 'imported' && (
        <Alert
          type="success"
          showIcon
          data-testid="import-done"
          title={shared('mark.colon', {
            what: taken.fileName,
            note: t('imports.entered', { n: taken.rowCount }),
          })}
        />
      )}
      {isWhole && taken.state === 'taken' && (
        <Outcome
          fileName={taken.fileName}
          total={taken.rowCount}
          bad={checked.badRowCount}
          isEntering={isEntering}
          onEnter={enter}
        />
      )}
      {checked.badCells.length > 0 && <BadCellsTable cells={checked.badCells} />}
      {isWhole && checked.places.length > 0 && <PlacePreview places={checked.places} />}
      <PastImports />
    </Flex>
  );
}

function Steps({ text, share }: { readonly text: string; readonly share: number }) {
  return (
    <div role="status">
      {text}
      <Progress percent={Math.round(share * 100)} status="active" />
    </div>
  );
}

interface OutcomeProps {
  readonly fileName: string;
  readonly total: number;
  readonly bad: number;
  readonly isEntering: boolean;
  readonly onEnter: () => void;
}

function Outcome({ fileName, total, bad, isEntering, onEnter }: OutcomeProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const isGood = bad === 0;
  return (
    <Alert
      type={isGood ? 'success' : 'error'}
      showIcon
      role="status"
      data-testid="import-outcome"
      title={shared('mark.colon', {
        what: fileName,
        note: t(isGood ? 'imports.allGood' : 'imports.bad', { total, bad }),
      })}
      action={
        isGood && (
          <Button type="primary" loading={isEntering} onClick={onEnter} data-testid="import-enter">
            {t('imports.enter', { n: total })}
          </Button>
        )
      }
    />
  );
}
