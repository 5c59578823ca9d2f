import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe says of a page, as far as it is read here. */
interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

interface WithAxe {
  readonly axe: {
    run(
      context: { readonly exclude: readonly string[] },
      options: { readonly resultTypes: readonly ['violations'] },
    ): Promise<AxeAnswer>;
  };
}

/** Lists of choices, which the component library draws outside of every landmark and leaves there. */
const LIBRARY_POPUPS = '.ant-select-dropdown';

/** Colours fade when a button comes to life or goes. */
const SETTLED_WITHIN_MS = 10_000;

/** Nothing that axe finds wrong with the page once it has settled. */
export async function expectAccessible(page: Page): Promise<void> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(await readFile(AXE, 'utf8'));
  await expect(async () => {
    const { violations } = await page.evaluate(
      // Every rule is run; of those that hold, nothing has to be told.
      (exclude) =>
        (globalThis as unknown as WithAxe).axe.run(
          { exclude: [exclude] },
          { resultTypes: ['violations'] },
        ),
      LIBRARY_POPUPS,
    );
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    expect(found).toEqual([]);
  }).toPass({ timeout: SETTLED_WITHIN_MS });
}
