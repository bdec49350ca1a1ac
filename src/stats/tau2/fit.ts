/** An estimate of the between-study variance, in squared units of the effects. */
export interface Tau2Fit {
  readonly tau2: number;
  /** False where the iteration stopped before its tolerance: a result that must be shown, not an exception. */
  readonly converged: boolean;
}
