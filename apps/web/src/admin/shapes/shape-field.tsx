import { Alert, Flex, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseGeoJson } from './choose-geojson.js';
import { DatumField } from './datum-field.js';
import { type DrawnShape, readShape, type ShapeFault } from './read-shape.js';

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
  const take = (text: string) => {
    const read = readShape(text);
    setFault(read.ok ? null : read.fault);
    if (read.ok) onShape(read.shape);
  };
  return (
    <Form.Item label={t('zone.shape')} required extra={hint ?? t('zone.shapeHint')}>
      <Flex gap={12} align="center" wrap>
        <ChooseGeoJson onText={take} />
        {isFromFile && <DatumField />}
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
