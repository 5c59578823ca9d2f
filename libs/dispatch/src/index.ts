export { type AutoAssignment, AutoAssignService, type UnservedJob } from './auto-assign.service.js';
export { type Candidate, CandidateQueries } from './candidate-queries.service.js';
export { SOLVER_SETTINGS, type SolverSettings } from './day/solving/day-solver.js';
export { DayPlansModule } from './day-plans.module.js';
export { DispatchModule } from './dispatch.module.js';
export { ImprovePlanService } from './day/standing/improve-plan.service.js';
export { type PlantOption, PlantOptionQueries } from './plant-option-queries.service.js';
