import type { PublishedGrades } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getPublishedGrades } from '../api/published-grades.js';
import { formatDate } from '../i18n/time.js';
import { CreditGradeTag } from '../ui/credit-grade-tag.js';
import { LanguageSwitch } from '../ui/language-switch.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { StateTag } from '../ui/state-tag.js';

/** The grades in force, for whoever opens the page. */
export function GradesPage() {
  const { t } = useTranslation('grades');
  const { data, error } = useQuery({
    queryKey: ['published-grades'],
    queryFn: getPublishedGrades,
  });
  return (
    <main className="grades">
      <header className="sign-in-title">
        <img src="/tongyun.svg" alt="" />
        <div>
          <h1>{t('title')}</h1>
          <p>{t('note')}</p>
        </div>
        <LanguageSwitch />
      </header>
      <RefusalNotice error={error} />
      {data && <Grades {...data} />}
    </main>
  );
}

function Grades({ isPublished, items }: PublishedGrades) {
  const { t } = useTranslation('grades');
  const { t: shared } = useTranslation('shared');
  if (items.length === 0) return <p>{t(isPublished ? 'none' : 'withheld')}</p>;
  return (
    <table aria-label={t('title')} data-testid="published-grades">
      <thead>
        <tr>
          <th scope="col">{t('enterprise')}</th>
          <th scope="col">{t('district')}</th>
          <th scope="col">{shared('credit.name')}</th>
          <th scope="col">{t('year')}</th>
          <th scope="col">{t('since')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ name, district, grade, year, since, isBarred }) => (
          <tr key={`${district} ${name}`}>
            <td>{name}</td>
            <td>{district}</td>
            <td>
              <CreditGradeTag grade={grade} />
              {isBarred && <StateTag tone="bad">{shared('credit.barred')}</StateTag>}
            </td>
            <td>{year ?? shared('state.none')}</td>
            <td>{since === null ? shared('state.none') : formatDate(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
