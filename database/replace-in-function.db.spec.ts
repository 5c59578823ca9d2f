import { openTestDatabase, type TestDatabase } from '../test/support/test-database.js';
import { replaceInFunction } from './replace-in-function.js';

describe('replacing words in a function of the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
    await database.dataSource.query(
      `CREATE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'good morning' $$`,
    );
  });
  afterAll(() => database.close());

  const greeting = async (): Promise<string> => {
    const [{ greeting: said }] = await database.dataSource.query(`SELECT greeting()`);
    return said;
  };
  const replace = async (was: string, is: string): Promise<void> => {
    const queryRunner = database.dataSource.createQueryRunner();
    await replaceInFunction(queryRunner, 'greeting', [[was, is]]).finally(() =>
      queryRunner.release(),
    );
  };

  it('changes what it says, word for word', async () => {
    await replace('good morning', 'as $& it may be');

    expect(await greeting()).toBe('as $& it may be');
  });

  it('refuses where it says nothing of the kind, and changes nothing', async () => {
    await expect(replace('good night', 'sleep well')).rejects.toThrow(
      'greeting does not say: good night',
    );

    expect(await greeting()).toBe('as $& it may be');
  });
});
