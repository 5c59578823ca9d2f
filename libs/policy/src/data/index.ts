export { PolicyValueEntity } from './policy-value.entity.js';
