import { expect, type Locator, type Page, test } from "@playwright/test";
import { study } from "./controls";
import { answer, show, visit } from "./visit";

/** A pen over the page, as the browser hears of one. */
async function penOver(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", x: number, y: number, buttons: number) =>
    session.send("Input.dispatchMouseEvent", {
      ...{ type, x, y, buttons, pointerType: "pen", clickCount: 1 },
      button: type === "mouseMoved" ? "none" : "left",
    });
  return {
    over: (x: number, y: number) => send("mouseMoved", x, y, 0),
    drag: (x: number, y: number) => send("mouseMoved", x, y, 1),
    down: (x: number, y: number) => send("mousePressed", x, y, 1),
    up: (x: number, y: number) => send("mouseReleased", x, y, 0),
  };
}

async function middleOf(place: Locator): Promise<readonly [x: number, y: number]> {
  const box = await place.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test("a pen lights a study up, and its tap leaves the study out", async ({ page }) => {
  await visit(page);
  const pen = await penOver(page);
  const box = study(page, "Simulated trial 02");
  await box.scrollIntoViewIfNeeded();
  const [x, y] = await middleOf(box);
  await pen.over(x + 60, y);
  await expect(page.locator("figure [class*=lit]")).toHaveCount(1);
  await pen.over(x, y);
  await pen.down(x, y);
  await pen.up(x, y);
  await expect(box).not.toBeChecked();
  await expect(answer(page)).toContainText("7 trials");
});

test("a pen selects the points that it is drawn around", async ({ page }) => {
  await visit(page);
  const panel = await show(page, "Funnel");
  const pen = await penOver(page);
  const points = panel.getByRole("group", { name: "Studies" }).getByRole("checkbox");
  await panel.getByRole("img").evaluate((element) => element.scrollIntoView({ block: "center" }));
  const places = await Promise.all((await points.all()).map(middleOf));
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const from = [Math.min(...xs) - 20, Math.min(...ys) - 20] as const;
  await pen.over(...from);
  await pen.down(...from);
  await pen.drag(from[0] + 15, from[1] + 15);
  await pen.drag((Math.min(...xs) + Math.max(...xs)) / 2, Math.max(...ys) + 20);
  await pen.up((Math.min(...xs) + Math.max(...xs)) / 2, Math.max(...ys) + 20);
  await expect(page.getByRole("toolbar", { name: /[Ss]elected/ })).toContainText("5 trials selected");
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("sharing hands the link to the device, and a closed sheet is no fault", async ({ page }) => {
    await page.addInitScript(() => {
      const shared: ShareData[] = [];
      const share = async (data: ShareData) => {
        shared.push(data);
        if (shared.length === 2) throw new DOMException("closed", "AbortError");
      };
      Object.assign(window, { shared });
      Object.defineProperty(navigator, "share", { value: share });
    });
    await visit(page, "?outcome=Pain&timepoint=1+month");
    const button = page.getByRole("button", { name: "Copy link to this view" });
    const shared = () => page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
    await button.tap();
    await expect.poll(shared).toHaveLength(1);
    const link = new URL((await shared())[0]?.url ?? "");
    expect(link.searchParams.get("timepoint")).toBe("1 month");
    await button.tap();
    await expect.poll(shared).toHaveLength(2);
    await expect(button).not.toContainText("Copy the address");
  });
});
