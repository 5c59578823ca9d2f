export { AgreeUseService } from './agree-use.service.js';
export { AddPlantLineService } from './add-plant-line.service.js';
export { assertJudgeableRange } from './assert-judgeable-range.js';
export { AuthenticateTerminalService } from './authenticate-terminal.service.js';
export { BindTerminalService } from './bind-terminal.service.js';
export { BlockTerminalService } from './block-terminal.service.js';
export { CalibrateDrumService } from './calibrate-drum.service.js';
export { ChangeEnterpriseModeService } from './change-enterprise-mode.service.js';
export { CorrectVehicleService } from './correct-vehicle.service.js';
export { CreateDriverService } from './create-driver.service.js';
export { CreateEnterpriseService } from './create-enterprise.service.js';
export { CreatePlantService } from './create-plant.service.js';
export { CreateVehicleService } from './create-vehicle.service.js';
export { DecidePlantLicenceService } from './decide-plant-licence.service.js';
export { EndUseService } from './end-use.service.js';
export { EnterTerminalService } from './enter-terminal.service.js';
export type { DriverEntity as Driver } from './data/driver.entity.js';
export type { EnterpriseEntity as Enterprise } from './data/enterprise.entity.js';
export { holderOf, holderThen } from './data/holder-of.js';
export type { VehicleLoanEntity as VehicleLoan } from './data/loans/vehicle-loan.entity.js';
export type { PlantEntity as Plant } from './data/plant.entity.js';
export type { PlantLineEntity as PlantLine } from './data/plant-line.entity.js';
export type { PlantRangeEntity as PlantRange } from './data/plant-range.entity.js';
export { ofDistrict, onTripOf, seenThrough } from './data/seen-through.js';
export type { TerminalOrderEntity as TerminalOrder } from './data/terminal-order.entity.js';
export type { TerminalEntity as Terminal } from './data/terminal.entity.js';
export type { UseAgreementEntity as UseAgreement } from './data/use-agreement.entity.js';
export type { VehicleEntity as Vehicle } from './data/vehicle.entity.js';
export { DecidedTerminals } from './decided-terminals.service.js';
export { DecideDistrictService } from './districts/decide-district.service.js';
export { DistrictQueries } from './districts/district-queries.service.js';
export { DriverQueries } from './driver-queries.service.js';
export { EnterpriseModeQueries } from './enterprise-mode-queries.service.js';
export { EnterpriseQueries } from './enterprise-queries.service.js';
export type { FleetEvents } from './fleet.events.js';
export { FleetModule } from './fleet.module.js';
export {
  IdentifyTerminalService,
  type TerminalCall,
  type TerminalIdentity,
} from './identify-terminal.service.js';
export { AskForLoanService } from './loans/ask-for-loan.service.js';
export { OfferLoanService } from './loans/offer-loan.service.js';
export { LoanQueries } from './loans/loan-queries.service.js';
export {
  NoteRefusedTerminalService,
  type RefusedTerminal,
} from './note-refused-terminal.service.js';
export { NoteSeenPlateService } from './note-seen-plate.service.js';
export { OrderTerminalService } from './order-terminal.service.js';
export { PlantQueries } from './plant-queries.service.js';
export { type LoggedBytes, type LoggedTerminal, RawLogDesk } from './raw-log-desk.service.js';
export {
  RegisterTerminalService,
  type RegistrationAnswer,
  type TerminalRegistration,
} from './register-terminal.service.js';
export { normaliseEquipmentNo } from './rules/equipment-no.js';
export { isPlate, isTrailersOrSchools, normalisePlate } from './rules/plate.js';
export { judgeRange, type RangeVerdict, type SupplyRange } from './rules/supply-range.js';
export { SetEnterpriseStandingService } from './set-enterprise-standing.service.js';
export { SetPlantRangeService } from './set-plant-range.service.js';
export { SetRawLogService } from './set-raw-log.service.js';
export { StateVehicleHomeService } from './state-vehicle-home.service.js';
export { TerminalOrderDesk } from './terminal-order-desk.service.js';
export { TerminalQueries } from './terminal-queries.service.js';
export { VehicleQueries, type VehicleWithUses } from './vehicle-queries.service.js';
