import { type Crs, type ImportKind, importKind } from '@tongyun/contracts';
import { Button, Flex, Form, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getImportTemplate } from '../../api/imports.js';
import { useSession } from '../../api/use-session.js';
import { saveFile } from '../../ui/save-file.js';
import { DATUMS } from '../lists/datums.js';
import type { HandedIn } from './use-import.js';

/** What may be entered by hand may be imported. */
const NEEDS: Readonly<Record<ImportKind, string>> = {
  enterprises: 'enterprises.manage',
  plants: 'plants.manage',
  vehicles: 'vehicles.manage',
  drivers: 'drivers.manage',
  terminals: 'terminals.bind',
  passes: 'passes.issue',
  trips: 'trips.declare',
  orders: 'orders.write',
};
const IN_COLUMN = 'in_column';

export interface ChooseFileProps {
  readonly isBusy: boolean;
  readonly onFile: (handedIn: HandedIn) => void;
}

/** Kind, template, datum and file. */
export function ChooseFile({ isBusy, onFile }: ChooseFileProps) {
  const { t } = useTranslation('admin');
  const kinds = useKinds();
  const [kind, setKind] = useState<ImportKind | undefined>(kinds[0]);
  const [crs, setCrs] = useState<Crs | typeof IN_COLUMN>(IN_COLUMN);
  if (kind === undefined) return null;
  const hasPlaces = kind === 'plants' || kind === 'passes';
  const handIn = (file: File) => {
    const datum = hasPlaces && crs !== IN_COLUMN ? { crs } : {};
    onFile({ query: { kind, fileName: file.name, ...datum }, file });
    return false;
  };
  const download = async (format: 'xlsx' | 'csv') =>
    saveFile(await getImportTemplate(kind, format), `${t(`imports.kind.${kind}`)}.${format}`);
  return (
    <Form layout="inline">
      <Form.Item label={t('imports.kindLabel')} htmlFor="import-kind">
        <Select<ImportKind>
          id="import-kind"
          value={kind}
          onChange={setKind}
          disabled={isBusy}
          style={{ minWidth: 140 }}
          data-testid="import-kind"
          options={kinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
        />
      </Form.Item>
      {hasPlaces && (
        <Form.Item label={t('imports.crs')} htmlFor="import-crs" extra={t('imports.crsHint')}>
          <Select
            id="import-crs"
            value={crs}
            onChange={setCrs}
            disabled={isBusy}
            style={{ minWidth: 240 }}
            options={[...DATUMS, { value: IN_COLUMN, label: t('imports.crsInColumn') }]}
          />
        </Form.Item>
      )}
      <Flex gap={8}>
        <Button onClick={() => void download('xlsx')}>{t('imports.template')} .xlsx</Button>
        <Button onClick={() => void download('csv')}>.csv</Button>
        <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={handIn} disabled={isBusy}>
          <Button type="primary" loading={isBusy}>
            {t('imports.choose')}
          </Button>
        </Upload>
      </Flex>
    </Form>
  );
}

function useKinds(): ImportKind[] {
  const state = useSession();
  const held = state.status === 'signed_in' ? state.user.permissions : [];
  return importKind.options.filter((kind) => held.includes(NEEDS[kind]));
}
