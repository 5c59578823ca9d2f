import { useTranslation } from 'react-i18next';
import { whole } from '../format-count.js';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly note?: string;
}

export interface BarsProps {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** Lying bars with their values in words beside them, so that nothing depends on the picture. */
export function Bars({ title, bars }: BarsProps) {
  const { t } = useTranslation('city');
  const longest = bars.reduce((most, { value }) => Math.max(most, value), 0);
  return (
    <figure className="city-chart">
      <figcaption>{title}</figcaption>
      {longest === 0 ? (
        <p className="city-quiet">{t('chart.nothing')}</p>
      ) : (
        <dl className="city-bars">
          {bars.map(({ name, value, note }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span className="city-bar" style={{ width: `${(value / longest) * 100}%` }} />
                {whole(value)} {note}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </figure>
  );
}
