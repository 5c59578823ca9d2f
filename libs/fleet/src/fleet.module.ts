import { DRIVER_DIRECTORY, ENTERPRISE_DIRECTORY } from '@tongyun/accounts';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FleetDriverDirectory, FleetEnterpriseDirectory } from './accounts-directories.js';
import { AddPlantLineService } from './add-plant-line.service.js';
import { AgreeUseService } from './agree-use.service.js';
import { AuthenticateTerminalService } from './authenticate-terminal.service.js';
import { BindTerminalService } from './bind-terminal.service.js';
import { BlockTerminalService } from './block-terminal.service.js';
import { CalibrateDrumService } from './calibrate-drum.service.js';
import { ChangeEnterpriseModeService } from './change-enterprise-mode.service.js';
import { CorrectVehicleService } from './correct-vehicle.service.js';
import { CreateDriverService } from './create-driver.service.js';
import { CreateEnterpriseService } from './create-enterprise.service.js';
import { CreatePlantService } from './create-plant.service.js';
import { CreateVehicleService } from './create-vehicle.service.js';
import { DecidePlantLicenceService } from './decide-plant-licence.service.js';
import { SetEnterpriseStandingService } from './set-enterprise-standing.service.js';
import { DistrictVersionRepository } from './data/districts/district-version.repository.js';
import { DriverRepository } from './data/driver.repository.js';
import { EnterpriseModeRepository } from './data/enterprise-mode.repository.js';
import { EnterpriseRepository } from './data/enterprise.repository.js';
import * as entities from './data/index.js';
import { LoanRepository } from './data/loans/loan.repository.js';
import { PlantRepository } from './data/plant.repository.js';
import { RawLogRepository } from './data/raw-log.repository.js';
import { TerminalRepository } from './data/terminal.repository.js';
import { TerminalOrderRepository } from './data/terminal-order.repository.js';
import { VehicleHomeRepository } from './data/vehicle-home.repository.js';
import { UseAgreementRepository } from './data/use-agreement.repository.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { VehicleTransferRepository } from './data/vehicle-transfer.repository.js';
import { DecideDistrictService } from './districts/decide-district.service.js';
import { DistrictQueries } from './districts/district-queries.service.js';
import { DriverNames } from './driver-names.service.js';
import { DriverQueries } from './driver-queries.service.js';
import { EnterpriseModeQueries } from './enterprise-mode-queries.service.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import { EndUseService } from './end-use.service.js';
import { EnterTerminalService } from './enter-terminal.service.js';
import { DecidedTerminals } from './decided-terminals.service.js';
import { IdentifyTerminalService } from './identify-terminal.service.js';
import { AskForLoanService } from './loans/ask-for-loan.service.js';
import { LoanQueries } from './loans/loan-queries.service.js';
import { OfferLoanService } from './loans/offer-loan.service.js';
import { NoteRefusedTerminalService } from './note-refused-terminal.service.js';
import { NoteSeenPlateService } from './note-seen-plate.service.js';
import { OrderTerminalService } from './order-terminal.service.js';
import { PlantQueries } from './plant-queries.service.js';
import { ProvisionalIdentities } from './provisional-identities.js';
import { ProvisionalNamesake } from './provisional-namesake.js';
import { RegisterTerminalService } from './register-terminal.service.js';
import { RawLogDesk } from './raw-log-desk.service.js';
import { SetRawLogService } from './set-raw-log.service.js';
import { SetPlantRangeService } from './set-plant-range.service.js';
import { SetTerminalAside } from './set-terminal-aside.js';
import { StateVehicleHomeService } from './state-vehicle-home.service.js';
import { TerminalDecisions } from './terminal-decisions.js';
import { TerminalOrderDesk } from './terminal-order-desk.service.js';
import { TerminalQueries } from './terminal-queries.service.js';
import { TransferVehicleService } from './transfer-vehicle.service.js';
import { UseQueries } from './use-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

const useCases = [
  AddPlantLineService,
  AgreeUseService,
  AskForLoanService,
  AuthenticateTerminalService,
  BindTerminalService,
  BlockTerminalService,
  CalibrateDrumService,
  ChangeEnterpriseModeService,
  CorrectVehicleService,
  CreateDriverService,
  CreateEnterpriseService,
  CreatePlantService,
  CreateVehicleService,
  DecideDistrictService,
  DecidePlantLicenceService,
  EndUseService,
  DecidedTerminals,
  EnterTerminalService,
  IdentifyTerminalService,
  NoteRefusedTerminalService,
  NoteSeenPlateService,
  OfferLoanService,
  OrderTerminalService,
  RegisterTerminalService,
  RawLogDesk,
  SetEnterpriseStandingService,
  SetPlantRangeService,
  SetRawLogService,
  StateVehicleHomeService,
  TerminalOrderDesk,
  TransferVehicleService,
];
const queries = [
  DistrictQueries,
  DriverNames,
  DriverQueries,
  EnterpriseModeQueries,
  EnterpriseQueries,
  LoanQueries,
  PlantQueries,
  TerminalQueries,
  UseQueries,
  VehicleQueries,
];

/** Global, because accounts lies to the left and asks for its directories by token. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [
    ...useCases,
    ...queries,
    DistrictVersionRepository,
    DriverRepository,
    EnterpriseModeRepository,
    EnterpriseRepository,
    LoanRepository,
    PlantRepository,
    RawLogRepository,
    TerminalOrderRepository,
    TerminalRepository,
    VehicleHomeRepository,
    UseAgreementRepository,
    VehicleRepository,
    VehicleTransferRepository,
    ProvisionalIdentities,
    ProvisionalNamesake,
    SetTerminalAside,
    TerminalDecisions,
    { provide: DRIVER_DIRECTORY, useClass: FleetDriverDirectory },
    { provide: ENTERPRISE_DIRECTORY, useClass: FleetEnterpriseDirectory },
  ],
  exports: [...useCases, ...queries, DRIVER_DIRECTORY, ENTERPRISE_DIRECTORY],
})
export class FleetModule {}
