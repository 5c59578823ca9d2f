export { ImportFileEntity } from './import-file.entity.js';
