import { mayDo } from '@tongyun/accounts';
import type { AccessScope } from '@tongyun/kernel';

type Asker = Pick<AccessScope, 'roles'>;

/**
 * Whether an asker is shown the names of drivers in trainings whole: who may read drivers, and who
 * calls them up and enters what they scored. The police see who was trained and enter nothing, so
 * that a name stays behind a stated purpose for them here as on the road.
 */
export const readsTrainedNames = ({ roles }: Asker): boolean =>
  mayDo(roles, 'drivers.read') || mayDo(roles, 'trainings.record');

/** Whether an asker sees those alone who sit in a course: he holds courses and may not read drivers. */
export const readsCoursesAlone = ({ roles }: Asker): boolean =>
  mayDo(roles, 'trainings.record') && !mayDo(roles, 'drivers.read');
