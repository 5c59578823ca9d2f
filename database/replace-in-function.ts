import type { QueryRunner } from 'typeorm';

/**
 * A function of the database stays as it is but for some words of it; a migration's way back swaps each pair.
 *
 * @param changes what it says, and what it is to say; throws where it does not say so, for then nothing would change
 */
export async function replaceInFunction(
  queryRunner: QueryRunner,
  name: string,
  changes: readonly (readonly [string, string])[],
): Promise<void> {
  const [{ definition }]: [{ definition: string }] = await queryRunner.query(
    `SELECT pg_get_functiondef($1::regproc) AS definition`,
    [name],
  );
  const changed = changes.reduce((text, [was, is]) => {
    if (!text.includes(was)) throw new Error(`${name} does not say: ${was}`);
    return text.replace(was, () => is);
  }, definition);
  await queryRunner.query(changed);
}
