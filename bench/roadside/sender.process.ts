// The terminals of the roadside benchmark are those of the ingest benchmark: a program, run for what it does.
import '../ingest/sender.process.js'; // oxlint-disable-line import/no-unassigned-import
