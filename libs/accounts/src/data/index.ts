export { DeviceCodeEntity } from './device-code.entity.js';
export { PhoneKeyEntity } from './phone-key.entity.js';
export { RefreshTokenEntity } from './refresh-token.entity.js';
export { SigningKeyEntity } from './signing-key.entity.js';
export { UserDecisionEntity } from './user-decision.entity.js';
export { UserEntity } from './user.entity.js';
