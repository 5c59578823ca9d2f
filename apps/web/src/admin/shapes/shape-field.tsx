import { Alert, Button, Flex, Form, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawnShape, readShape, type ShapeFault } from './read-shape.js';

const DATUMS = [
  { value: 'gcj02', label: 'GCJ-02' },
  { value: 'wgs84', label: 'WGS-84' },
  { value: 'bd09', label: 'BD-09' },
] as const;
export interface ShapeFieldProps {
  readonly shape: DrawnShape | null;
  /** Else it is the one in force. */
  readonly isFromFile: boolean;
  readonly onShape: (shape: DrawnShape) => void;
  /** What a file may hold; that of a zone when left out. */
  readonly hint?: string;
}

/** A shape from a file, with what was read of it. */
export function ShapeField({ shape, isFromFile, onShape, hint }: ShapeFieldProps) {
  const { t } = useTranslation('admin');
  const [fault, setFault] = useState<ShapeFault | null>(null);
  const take = async (file: File) => {
    const read = readShape(await file.text());
    setFault(read.ok ? null : read.fault);
    if (read.ok) onShape(read.shape);
  };
  return (
    <Form.Item label={t('zone.shape')} required extra={hint ?? t('zone.shapeHint')}>
      <Flex gap={12} align="center" wrap>
        <Upload
          accept=".geojson,.json"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <Button>{t('zone.chooseFile')}</Button>
        </Upload>
        {isFromFile && (
          <Form.Item noStyle name="crs" rules={[{ required: true, message: t('zone.crsNeeded') }]}>
            <Select
              aria-label={t('zone.crs')}
              placeholder={t('zone.crs')}
              options={[...DATUMS]}
              style={{ width: 120 }}
            />
          </Form.Item>
        )}
        {shape && (
          <span data-testid="zone-shape">
            {t('zone.read', {
              corners: shape.area.coordinates.flat(2).length,
              roads: shape.exemptRoads.length,
            })}
          </span>
        )}
      </Flex>
      {fault && <Alert type="error" showIcon title={t(`zone.fault.${fault}`)} />}
    </Form.Item>
  );
}
