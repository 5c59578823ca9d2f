import type { UnservedOrderView } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRuleName } from '../use-rule-name.js';

/** What an order lacks, and how many trucks or pumps each rule kept away. */
export function UnservedWhy({ unserved }: { readonly unserved: UnservedOrderView }) {
  const { t } = useTranslation('plan');
  const nameOf = useRuleName();
  const codes = Object.entries(unserved.codes).toSorted(([, one], [, other]) => other - one);
  return (
    <div className="plan-unserved-why">
      <div>
        {t(`lacks.${unserved.lacks}`)}
        {unserved.loadsPlaced > 0 && t('lacks.after', { count: unserved.loadsPlaced })}
      </div>
      {codes.map(([code, count]) => (
        <Tag key={code} data-testid="unserved-rule" data-code={code}>
          {nameOf(code)} ×{count}
        </Tag>
      ))}
    </div>
  );
}
