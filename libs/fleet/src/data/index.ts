export { DriverEntity } from './driver.entity.js';
export { EnterpriseEntity } from './enterprise.entity.js';
export { PlantEntity } from './plant.entity.js';
export { PlantRangeEntity } from './plant-range.entity.js';
export { TerminalEntity } from './terminal.entity.js';
export { TerminalDecisionEntity } from './terminal-decision.entity.js';
export { UseAgreementEntity } from './use-agreement.entity.js';
export { VehicleEntity } from './vehicle.entity.js';
