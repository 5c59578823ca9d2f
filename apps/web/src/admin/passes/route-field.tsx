import { Alert, Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseGeoJson } from '../shapes/choose-geojson.js';
import { DatumField } from '../shapes/datum-field.js';
import { type DrawnRoads, readRoutes, type RouteFault } from './read-routes.js';

/** The roads that a pass is to prescribe, from a file; without one it holds on every road. */
export function RouteField() {
  const { t } = useTranslation('admin');
  const roads = Form.useWatch<DrawnRoads | undefined>('drawnRoads');
  return (
    <Form.Item label={t('pass.routes')} extra={t('pass.routesHint')}>
      <Flex gap={12} align="center" wrap>
        <Form.Item noStyle name="drawnRoads">
          <RoadsFile />
        </Form.Item>
        {roads && <DatumField />}
      </Flex>
    </Form.Item>
  );
}

interface RoadsFileProps {
  readonly value?: DrawnRoads;
  readonly onChange?: (roads: DrawnRoads | undefined) => void;
}

/** A file of lines, with what was read of it; a form hands in value and onChange. */
function RoadsFile({ value, onChange }: RoadsFileProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [fault, setFault] = useState<RouteFault | null>(null);
  const take = (text: string) => {
    const read = readRoutes(text);
    setFault(read.ok ? null : read.fault);
    if (read.ok) onChange?.(read.roads);
  };
  return (
    <>
      <ChooseGeoJson onText={take} />
      {value && (
        <>
          <span data-testid="pass-routes">
            {value.map(({ name }) => name).join(shared('mark.and'))}
          </span>
          <Button type="link" onClick={() => onChange?.(undefined)}>
            {t('pass.noRoutes')}
          </Button>
        </>
      )}
      {fault && <Alert type="error" showIcon title={t(`pass.routeFault.${fault}`)} />}
    </>
  );
}
