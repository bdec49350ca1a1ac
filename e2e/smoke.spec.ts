import { expect, type Page, test } from "@playwright/test";
import { startStaticHost } from "./staticHost";

/** Everything that a page may not do, gathered while it opens; an empty list is a clean page. */
async function faultsWhileOpening(page: Page, address: string): Promise<string[]> {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  // Chromium reports violations of the content security policy as console errors too.
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`request elsewhere: ${url}`);
  });
  await page.goto(address);
  await expect(page).toHaveTitle(/Understory/);
  await expect(page.getByRole("status", { name: "Answer" })).toContainText(/\S/);
  return faults;
}

test("opens without an error, a policy violation or a request elsewhere", async ({ page, baseURL }) => {
  expect(await faultsWhileOpening(page, baseURL ?? "")).toEqual([]);
});

test("opens from a plain static host under a sub-path", async ({ page }) => {
  const host = await startStaticHost("/evidence/understory/");
  try {
    expect(await faultsWhileOpening(page, host.address)).toEqual([]);
  } finally {
    host.close();
  }
});

test("carries one content security policy, in the header and first in the head", async ({ page }) => {
  const response = await page.goto("./");
  const policy = response?.headers()["content-security-policy"];
  expect(policy).toMatch(/^default-src 'none'.*require-trusted-types-for 'script'/);
  await expect(page.locator("head > :first-child")).toHaveAttribute("content", policy ?? "");
});
