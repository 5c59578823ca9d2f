export { FixDoorModule } from './fix-door.module.js';
export { FixDoor } from './fix-door.service.js';
export type { IncomingFix, StoreOutcome } from './incoming-fix.js';
export { JudgeWake } from './judge-wake.js';
