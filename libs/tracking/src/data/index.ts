export { FixEntity } from './fix.entity.js';
export { FixLeftEntity } from './fix-left.entity.js';
export { FixWaitingEntity } from './fix-waiting.entity.js';
export { JudgeInputEntity } from './judge-input.entity.js';
export { JudgeTimerEntity } from './judge-timer.entity.js';
export { TrackAccessEntity } from './track-access.entity.js';
export { TrackCheckpointEntity } from './track-checkpoint.entity.js';
export { VehicleTrackEntity } from './vehicle-track.entity.js';
