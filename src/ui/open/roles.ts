import type { MappedColumn, Mapping, Role } from "../../model/mapping";

interface RoleGroup {
  readonly title: string;
  readonly roles: readonly { readonly role: Role; readonly words: string }[];
}

/** What a column can hold, in the reader's words. */
export const ROLE_GROUPS: readonly RoleGroup[] = [
  {
    title: "Study",
    roles: [
      { role: "study", words: "Name of the study" },
      { role: "year", words: "Year" },
    ],
  },
  {
    title: "What and when",
    roles: [
      { role: "outcome", words: "Outcome" },
      { role: "timepoint", words: "Timepoint" },
      { role: "comparator", words: "Comparator" },
      { role: "better", words: "Which way is better" },
    ],
  },
  {
    title: "Arm 1, the intervention",
    roles: [
      { role: "m1i", words: "Mean, arm 1" },
      { role: "sd1i", words: "SD, arm 1" },
      { role: "ai", words: "Events, arm 1" },
      { role: "n1i", words: "Participants, arm 1" },
    ],
  },
  {
    title: "Arm 2, the comparator",
    roles: [
      { role: "m2i", words: "Mean, arm 2" },
      { role: "sd2i", words: "SD, arm 2" },
      { role: "ci", words: "Events, arm 2" },
      { role: "n2i", words: "Participants, arm 2" },
    ],
  },
  {
    title: "Ready-made effect",
    roles: [
      { role: "yi", words: "Effect" },
      { role: "sei", words: "Standard error of the effect" },
      { role: "vi", words: "Variance of the effect" },
      { role: "ciLb", words: "Lower limit of the CI" },
      { role: "ciUb", words: "Upper limit of the CI" },
      { role: "pval", words: "p value" },
    ],
  },
  {
    title: "In tables with a row per arm",
    roles: [
      { role: "arm", words: "Name of the arm" },
      { role: "mean", words: "Mean, of the row’s arm" },
      { role: "sd", words: "SD, of the row’s arm" },
      { role: "events", words: "Events, of the row’s arm" },
      { role: "n", words: "Participants, of the row’s arm" },
    ],
  },
  {
    title: "Other",
    roles: [
      { role: "further", words: "Something else: keep it" },
      { role: "ignore", words: "Leave it out" },
    ],
  },
];

/** A role's words: "SD, arm 1". */
export const ROLE_WORDS: ReadonlyMap<Role, string> = new Map(
  ROLE_GROUPS.flatMap(({ roles }) => roles.map(({ role, words }) => [role, words] as const)),
);

const ARM_ROLES: readonly Role[] = ["arm", "mean", "sd", "events", "n"];
const GIVEN_ROLES: readonly Role[] = ["yi", "ciLb", "ciUb"];
/** Roles that several columns may have at once, each about another outcome, timepoint or comparator. */
const NUMBERS: ReadonlySet<Role> = new Set<Role>([
  ...(["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "ai", "ci"] as const),
  ...(["yi", "vi", "sei", "ciLb", "ciUb", "pval", "mean", "sd", "n", "events"] as const),
]);

const hasAny = ({ columns }: Mapping, roles: readonly Role[]) => columns.some(({ role }) => roles.includes(role));

/** True where the table is told to have a row per arm. */
export const isByArm = (mapping: Mapping): boolean => hasAny(mapping, ARM_ROLES);

/** True where effects are ready-made, so that their scale must be known. */
export const isGiven = (mapping: Mapping): boolean => hasAny(mapping, GIVEN_ROLES);

/** True for a column of a wide table: others have its role, so that it must be said what sets it apart. */
export function isOneOfSeveral({ columns }: Mapping, column: MappedColumn): boolean {
  if (!NUMBERS.has(column.role)) return false;
  const isSaid = [column.outcome, column.timepoint, column.comparator].some((about) => about !== null);
  return isSaid || columns.filter(({ role }) => role === column.role).length > 1;
}

/** True where nothing in the table says which outcome, timepoint or comparator a row is about. */
export function isConstant({ columns }: Mapping, key: keyof Mapping["constants"]): boolean {
  return columns.every((column) => column.role !== key && column[key] === null);
}
