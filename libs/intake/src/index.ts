export { CheckRowsService, type CheckedRows } from './check-rows.service.js';
export type { ImportFileEntity as ImportFile } from './data/import-file.entity.js';
export { ImportQueries } from './import-queries.service.js';
export { ImportRowsService } from './import-rows.service.js';
export { INTAKE_SETTINGS, type IntakeSettings } from './files/table-reader.js';
export { IntakeModule } from './intake.module.js';
export { TakeFileService } from './take-file.service.js';
