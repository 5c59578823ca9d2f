import type { PlantOptionView, Position } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Form, Radio, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { askPlantOptions } from '../../api/dispatch.js';
import { useLanguage } from '../../i18n/use-language.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

const usePlantOptions = (siteAt: Position | null) =>
  useQuery({
    queryKey: ['plant-options', siteAt],
    enabled: siteAt !== null,
    queryFn: async () => {
      if (!siteAt) return [];
      const { items } = await askPlantOptions({ position: { ...siteAt, crs: 'wgs84' } });
      return items.toSorted((a, b) => a.distanceM - b.distanceM);
    },
  });

/** Which plants may supply the site, each with its distance and limit; refused ones say why. */
export function PlantField({ siteAt }: { readonly siteAt: Position | null }) {
  const { t } = useTranslation('dispatcher');
  const options = usePlantOptions(siteAt);
  return (
    <>
      <Form.Item
        name="plantId"
        label={t('form.plant')}
        rules={[{ required: true, message: t('form.required') }]}
        {...(siteAt === null ? { extra: t('form.plantHint') } : {})}
      >
        <Radio.Group className="plant-options" data-testid="plant-options">
          {(options.data ?? []).map((option) => (
            <PlantOption key={option.plantId} option={option} />
          ))}
        </Radio.Group>
      </Form.Item>
      {options.isLoading && <Skeleton active paragraph={{ rows: 1 }} />}
      {options.data?.length === 0 && <p>{t('form.noPlants')}</p>}
      <RefusalNotice error={options.error} />
    </>
  );
}

const km = (metres: number) => (metres / 1_000).toFixed(1);

function PlantOption({ option }: { readonly option: PlantOptionView }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const { plantId, plantName, isInRange, distanceM, limitM, travelMin, travelSource, reasons } =
    option;
  const maySupply = isInRange && reasons.every(({ effect }) => effect === 'notice');
  const refused = isInRange ? 'mayNotSupply' : 'outOfRange';
  return (
    <div data-testid="plant-option" data-in-range={isInRange}>
      <Radio value={plantId} disabled={!maySupply} className="plant-option">
        <b>{plantName}</b>{' '}
        <Tag color={maySupply ? 'green' : 'orange'}>
          {t(`form.${maySupply ? 'inRange' : refused}`)}
        </Tag>
        <div className="order-sub">
          {t('form.distance', { km: km(distanceM) })} ·{' '}
          {limitM === null ? t('form.noLimit') : t('form.limit', { km: km(limitM) })} ·{' '}
          {t('form.travel', { minutes: Math.round(travelMin) })}
          {travelSource === 'estimate' && ` (${shared('travelSource.estimate')})`}
        </div>
        {reasons.map(({ code, sentence }) => (
          <div key={code} className="plant-reason">
            {sentence[language]}
          </div>
        ))}
      </Radio>
    </div>
  );
}
