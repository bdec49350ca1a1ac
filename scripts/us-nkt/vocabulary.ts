export const TIMEPOINTS = ["1 week", "1 month", "3 months"] as const;
export type Timepoint = (typeof TIMEPOINTS)[number];

export type ContinuousOutcome = "Pain" | "Physical function";

export const COMPARATORS = ["Recommended therapy", "Conventional needle-knife therapy"] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const ADVERSE_EVENTS = { outcome: "Adverse events", timepoint: "During follow-up" } as const;
