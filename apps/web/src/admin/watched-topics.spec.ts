import { topicsFor } from './watched-topics.js';

describe('topicsFor', () => {
  it.each([
    {
      may: ['alerts.read', 'terminals.read'],
      topics: ['alert', 'terminal'],
      who: 'administration',
    },
    { may: ['alerts.read', 'audit.read'], topics: ['alert'], who: 'an auditor' },
    { may: ['trainings.read'], topics: [], who: 'whoever reads neither' },
  ])('are $topics for $who', ({ may, topics }) => {
    expect(topicsFor(may)).toEqual(topics);
  });
});
