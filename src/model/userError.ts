/** Where in the reader's file a fault lies; rows are counted as a spreadsheet shows them, the header being row 1. */
export interface Where {
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/**
 * A fault in what the reader supplied, worded for someone who does not program. A plain object, since it crosses the
 * worker boundary. Anything else that goes wrong is a bug and belongs to the error boundary.
 */
export interface UserError {
  readonly code: string;
  /** What is wrong and why it matters, in the reader's terms. */
  readonly message: string;
  /** What to do next. */
  readonly remedy: string;
  readonly where: Where;
}
