import type { DayPlanNews, LiveMessage, PlanBehindNews, PlanningNews } from '@tongyun/contracts';
import { isBehind } from './is-behind.js';
import { newsFor } from './news-for.js';
import { planningFor } from './planning-for.js';

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
const planning = (given: Partial<PlanningNews>): PlanningNews => ({
  id: 'planning',
  enterpriseId: 'ours',
  operatingOn: '2026-11-24',
  jointOrderId: null,
  searchSec: 5,
  byUser: 'somebody',
  byName: '李',
  startedAt: '2026-11-24T08:00:00Z',
  state: 'searching',
  progress: null,
  revision: null,
  refusedCode: null,
  kind: 'planning',
  ...given,
});
const behind = (given: Partial<PlanBehindNews>): PlanBehindNews => ({
  kind: 'behind',
  planId: 'plan',
  enterpriseId: 'ours',
  operatingOn: '2026-11-24',
  orderId: 'order',
  ...given,
});
const message = (...views: (DayPlanNews | PlanBehindNews | PlanningNews)[]): LiveMessage => ({
  at: '2026-11-24T08:00:00Z',
  number: 1,
  changes: views.map((view) => ({
    topic: 'day_plan',
    key: 'id' in view ? view.id : view.planId,
    view,
  })),
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

describe('isBehind', () => {
  const day = { enterpriseId: 'ours', operatingOn: '2026-11-24' };

  it('hears that an order of the day is not in the plan, which is no change of the plan', () => {
    expect(isBehind(day, message(news({}), behind({})))).toBe(true);
    expect(newsFor(day, message(behind({})))).toBeNull();
    expect(planningFor(day, message(behind({})))).toBeNull();
  });

  it.each([
    ['another day', behind({ operatingOn: '2026-11-25' })],
    ['another enterprise', behind({ enterpriseId: 'theirs' })],
    ['a change of the plan', news({})],
  ])('leaves %s alone', (_, other) => {
    expect(isBehind(day, message(other))).toBe(false);
  });
});

describe('planningFor', () => {
  const day = { enterpriseId: 'ours', operatingOn: '2026-11-24' };

  it('hears how far the search for the day is, beside what became of the plan', () => {
    const both = message(planning({ state: 'keeping' }), news({ revision: 3 }));

    expect(planningFor(day, both)).toMatchObject({ id: 'planning', state: 'keeping' });
    expect(newsFor(day, both)).toMatchObject({ revision: 3 });
  });

  it.each([
    ['another day', planning({ operatingOn: '2026-11-25' })],
    ['another enterprise', planning({ enterpriseId: 'theirs' })],
    ['the plan', news({})],
  ])('leaves what concerns %s alone', (_, other) => {
    expect(planningFor(day, message(other))).toBeNull();
  });
});
