import { readRoutes } from './read-routes.js';

describe('roads of a pass', () => {
  it.each([
    { text: '', roads: [], why: 'nothing said is every road' },
    {
      text: '天目山路: 120.01 30.01, 120.05 30.02',
      roads: [
        {
          name: '天目山路',
          path: [
            [120.01, 30.01],
            [120.05, 30.02],
          ],
        },
      ],
      why: 'a name and its line',
    },
    {
      text: '文一路：120 30，120.1  30；莫干山路:120.1 30,120.1 30.1,120.1 30.2;',
      roads: [
        {
          name: '文一路',
          path: [
            [120, 30],
            [120.1, 30],
          ],
        },
        {
          name: '莫干山路',
          path: [
            [120.1, 30],
            [120.1, 30.1],
            [120.1, 30.2],
          ],
        },
      ],
      why: 'two, with full-width marks',
    },
    { text: '天目山路', roads: null, why: 'no line' },
    { text: '天目山路: 120.01 30.01', roads: null, why: 'one point is no line' },
    { text: '天目山路: 120.01, 30.01', roads: null, why: 'no latitude' },
    { text: ': 120.01 30.01, 120.05 30.02', roads: null, why: 'no name' },
    { text: '天目山路: 东 30.01, 120.05 30.02', roads: null, why: 'no longitude' },
  ])('are $roads for “$text” ($why)', ({ text, roads }) => {
    expect(readRoutes(text)).toEqual(roads);
  });
});
