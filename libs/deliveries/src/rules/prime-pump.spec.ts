import { primePump } from './prime-pump.js';
import { productOf } from './product.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const loads = [
  { loadNo: 1, plannedM3: 12, dueAt: at('02:00') },
  { loadNo: 2, plannedM3: 6, dueAt: at('02:20') },
];
const pour = { grade: 'C30', primingM3: 1, rateM3PerHour: 30, firstOnSiteAt: at('02:00') };

describe('primePump', () => {
  it('puts the mortar first, and the concrete as much later as it takes', () => {
    expect(primePump(pour, loads)).toEqual([
      { loadNo: 1, plannedM3: 1, dueAt: at('02:00'), kind: 'priming_mortar' },
      { loadNo: 2, plannedM3: 12, dueAt: at('02:02'), kind: 'concrete' },
      { loadNo: 3, plannedM3: 6, dueAt: at('02:22'), kind: 'concrete' },
    ]);
  });

  it('leaves the loads of a pour as they are that asks for none', () => {
    expect(primePump({ ...pour, primingM3: 0 }, loads)).toEqual(
      loads.map((load) => ({ ...load, kind: 'concrete' })),
    );
  });

  it('makes loads of wet mortar of an order for it', () => {
    const kinds = primePump({ ...pour, grade: 'M10', primingM3: 0 }, loads).map(({ kind }) => kind);

    expect(kinds).toEqual(['wet_mortar', 'wet_mortar']);
  });
});

describe('productOf', () => {
  it.each([
    ['C30', 'concrete'],
    ['C35 P8', 'concrete'],
    ['M7.5', 'wet_mortar'],
    ['M10 抹灰', 'wet_mortar'],
  ] as const)('is of %s %s', (grade, product) => {
    expect(productOf(grade)).toBe(product);
  });
});
