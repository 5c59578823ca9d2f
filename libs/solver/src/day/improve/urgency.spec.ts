import { aDay, anOrder } from '../../../../../test/support/a-day.js';
import { Urgency } from './urgency.js';

const [SMALL, LARGE] = [0, 1];
const aPair = () =>
  new Urgency(aDay({ orders: [anOrder({ volumeM3: 40 }), anOrder({ volumeM3: 50, place: 1 })] }));

describe('the urgency of an order', () => {
  it('is nothing before it was tried in vain', () => {
    expect(aPair().ofUnserved(SMALL)).toBe(0);
  });

  it('grows by its volume with every try in vain, and by nobody else’s', () => {
    const urgency = aPair();
    urgency.triedInVain(SMALL);
    const once = urgency.ofUnserved(SMALL);
    urgency.triedInVain(SMALL);
    urgency.triedInVain(LARGE);

    expect(once).toBeGreaterThan(0);
    expect(urgency.ofUnserved(SMALL)).toBe(2 * once);
    expect(urgency.ofUnserved(LARGE)).toBe((once * 50) / 40);
  });
});
