import { SYSTEM_SCOPE } from '@tongyun/kernel';
import type { INestApplicationContext, Type } from '@nestjs/common';

/** Anything that hands out the slices' services: a Nest application or testing module. */
export type ServiceSource = Pick<INestApplicationContext, 'get'>;

/** A service of any module of the application. */
export const serviceOf = <Service>(app: ServiceSource, type: Type<Service>): Service =>
  app.get(type, { strict: false });

/** Who enters the fleet and decides in the scenario: the program, in the administration's place. */
export const DEMO_ADMINISTRATION = SYSTEM_SCOPE;
/** Who issues its passes. */
export const DEMO_POLICE = { ...SYSTEM_SCOPE, agency: '杭州市交警支队' };

/** One page that holds everything of a kind that the scenario has. */
export const WHOLE_LIST = { limit: 200 };
