import type { Wgs84 } from '@tongyun/geo';
import type { Wanderer } from './behaviour.js';

/** A registered truck whose pass has run out drives into the built-up area all the same. */
export const expiredPass = (outside: Wgs84, builtUp: Wgs84): Wanderer => ({
  name: 'expired pass',
  stops: [builtUp, outside],
});
