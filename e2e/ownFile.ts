import type { Page } from "@playwright/test";

/** A file of the reader's. */
export interface OwnFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Opens files as a reader does who presses "Open your data" and chooses them. */
export async function choose(page: Page, ...files: readonly OwnFile[]): Promise<void> {
  await page.getByRole("button", { name: "Open your data" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(
    files.map(({ name, content }) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) })),
  );
}

/** Drops a text file on the page. */
export async function drop(page: Page, { name, content }: OwnFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type: "text/csv" }));
      return transfer;
    },
    [name, content.toString()] as const,
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer });
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

export const COUNTS = "study,outcome,timepoint,comparator,ai,n1i,ci,n2i";
export const MEANS = "study,outcome,timepoint,comparator,m1i,sd1i,n1i,m2i,sd2i,n2i";

/** Rows of a CSV as text. */
export const csv = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;
