/** PostgreSQL schema of background work: beside `reports`, with roles of its own that see nothing of it. */
export const JOBS_SCHEMA = 'reports_jobs';
