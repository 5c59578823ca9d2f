import type { DayPlanNews, LiveMessage } from '@tongyun/contracts';
import { newsFor } from './news-for.js';

const news = (given: Partial<DayPlanNews>): DayPlanNews => ({
  planId: 'plan',
  enterpriseId: 'ours',
  operatingOn: '2026-11-24',
  revision: 2,
  kind: 'event',
  byUser: 'somebody',
  byName: '李',
  offerId: null,
  ...given,
});
const message = (...views: DayPlanNews[]): LiveMessage => ({
  at: '2026-11-24T08:00:00Z',
  number: 1,
  changes: views.map((view) => ({ topic: 'day_plan', key: view.planId, view })),
  positions: null,
});

describe('newsFor', () => {
  const day = { enterpriseId: 'ours', operatingOn: '2026-11-24' };

  it('hears of the day that is shown', () => {
    expect(newsFor(day, message(news({ revision: 3 })))).toMatchObject({ revision: 3 });
  });

  it.each([
    ['another day', news({ operatingOn: '2026-11-25' })],
    ['another enterprise', news({ enterpriseId: 'theirs' })],
  ])('leaves %s alone', (_, other) => {
    expect(newsFor(day, message(other))).toBeNull();
  });
});
