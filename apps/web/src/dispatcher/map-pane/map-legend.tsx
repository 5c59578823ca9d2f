import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapEngine } from '../../map/engine.js';
import {
  PLANT_LAYER,
  RANGE_LAYERS,
  SITE_LAYER,
  STATE_COLORS,
  VEHICLE_STATES,
  ZONE_COLORS,
  ZONE_LAYERS,
} from '../../map/layers/index.js';

const GROUPS = {
  zones: ZONE_LAYERS,
  ranges: RANGE_LAYERS,
  sites: [SITE_LAYER, 'site-fences'],
  plants: [PLANT_LAYER],
} as const;
type Group = keyof typeof GROUPS;
const GROUP_NAMES = Object.keys(GROUPS) as Group[];
const KINDS = ['mixer', 'boom_pump', 'line_pump', 'trailer_pump'] as const;
const ZONE_KINDS = Object.keys(ZONE_COLORS) as (keyof typeof ZONE_COLORS)[];
const WHOLE_CITY = { west: 119.9, south: 30.03, east: 120.5, north: 30.47 };

/** What the signs mean, and which of them are drawn. */
export function MapLegend({ engine }: { readonly engine: MapEngine | null }) {
  const { t } = useTranslation('dispatcher');
  return (
    <div className="map-tools">
      <Popover content={<LayerChoice engine={engine} />} title={t('map.layers')} trigger="click">
        <Button data-testid="map-layers">{t('map.layers')}</Button>
      </Popover>
      <Popover content={<Signs />} title={t('map.legend')} trigger="click">
        <Button>{t('map.legend')}</Button>
      </Popover>
      <Button data-testid="whole-city" onClick={() => engine?.fit(WHOLE_CITY)}>
        {t('map.wholeCity')}
      </Button>
    </div>
  );
}

function LayerChoice({ engine }: { readonly engine: MapEngine | null }) {
  const { t } = useTranslation('dispatcher');
  const [shown, setShown] = useState<readonly Group[]>(GROUP_NAMES);
  const show = (groups: readonly Group[]) => {
    setShown(groups);
    for (const group of GROUP_NAMES) {
      for (const layer of GROUPS[group]) engine?.setVisible(layer, groups.includes(group));
    }
  };
  return (
    <Checkbox.Group<Group>
      className="layer-choice"
      value={[...shown]}
      options={GROUP_NAMES.map((value) => ({ value, label: t(`map.${value}`) }))}
      onChange={show}
    />
  );
}

function Signs() {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return (
    <div className="signs">
      {KINDS.map((kind) => (
        <span key={kind}>
          <span
            className={`vehicle-mark vehicle-mark-${kind}`}
            style={{ background: STATE_COLORS.empty }}
          >
            {shared(`vehicleLetter.${kind}`)}
          </span>
          {shared(`vehicleKind.${kind}`)}
        </span>
      ))}
      {VEHICLE_STATES.map((state) => (
        <span key={state}>
          <span className="sign-color" style={{ background: STATE_COLORS[state] }} />
          {t(`vehicleState.${state}`)}
        </span>
      ))}
      {ZONE_KINDS.map((kind) => (
        <span key={kind}>
          <span className="sign-zone" style={{ borderColor: ZONE_COLORS[kind] }} />
          {shared(`zoneKind.${kind}`)}
        </span>
      ))}
    </div>
  );
}
