/** Whose coverage: the vulnerable (covers paid for them), non-wage workers, or all workers. */
export const coverageSegments = ['RENTAN', 'BPU', 'ALL'] as const
export type CoverageSegment = (typeof coverageSegments)[number]
