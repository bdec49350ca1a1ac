import type { Locator, Page } from "@playwright/test";

/** A cell of the evidence map by its place; its name goes on with its numbers. */
export function mapCell(page: Page, outcome: string, timepoint: string): Locator {
  return page.getByRole("grid", { name: "Evidence map" }).getByRole("gridcell", { name: `${outcome}, ${timepoint}: ` });
}

export function comparator(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Comparators" }).getByRole("button", { name });
}

/** A select by its exact label: "Dataset", "Compare by", "Measure", "Model". */
export function combobox(page: Page, name: string): Locator {
  return page.getByRole("combobox", { name, exact: true });
}

/** A study's checkbox in the view that is open. */
export function study(page: Page, name: string): Locator {
  return page.getByRole("tabpanel").getByRole("checkbox", { name, exact: true });
}

/** What the address asks for: "" for the first view. */
export function searchOf(page: Page): string {
  return new URL(page.url()).search;
}
