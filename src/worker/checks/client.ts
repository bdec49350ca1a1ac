import type { Dataset } from "../../model/descriptor";
import type { Checked } from "../../model/finding";
import type { OwnData } from "../../model/ownData";
import type { ChecksService } from "./service";

/** What is checked: a reader's data as they are kept, or else a dataset of the site. */
export interface Checkable {
  readonly dataset: Dataset;
  readonly own?: OwnData;
}

/** The page's side of the worker that looks for slips. */
export interface ChecksClient {
  /**
   * What looks like a slip; the same data are sent and looked at once. Null when newer data took the place of these
   * before their turn came. Rejects when the worker dies over them; whoever asks again gets a fresh one.
   */
  check(data: Checkable): Promise<Checked | null>;
}

/** Data whose turn has not come. */
interface Waiting {
  readonly data: Checkable;
  readonly take: (checked: Promise<Checked>) => void;
  readonly giveUp: () => void;
}

/** A client that starts its worker when it is first needed and keeps it; one dataset is at work, the newest one waits. */
export function createChecksClient(start: () => ChecksService): ChecksClient {
  const known = new WeakMap<OwnData | Dataset, Promise<Checked | null>>();
  let service: ChecksService | null = null;
  let fail: (fault: Error) => void = () => {};
  let waiting: Waiting | null = null;
  let isAtWork = false;

  function begin(): ChecksService {
    const begun = start();
    void begun.death.then(() => {
      service = null;
      fail(new Error("the checks worker died"));
    });
    return begun;
  }

  function look({ dataset, own }: Checkable): Promise<Checked> {
    service ??= begin();
    const { api } = service;
    return new Promise((resolve, reject) => {
      fail = reject;
      (own ? api.checkOwn(own) : api.checkDataset(dataset)).then(resolve, reject);
    });
  }

  async function work(): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    for (let next = waiting; next; next = waiting) {
      waiting = null;
      const looked = look(next.data);
      next.take(looked);
      await looked.catch(() => undefined);
    }
    isAtWork = false;
  }

  function ask(key: OwnData | Dataset, data: Checkable): Promise<Checked | null> {
    const checked = new Promise<Checked | null>((resolve) => {
      waiting?.giveUp();
      const giveUp = () => {
        known.delete(key);
        resolve(null);
      };
      waiting = { data, take: resolve, giveUp };
    });
    known.set(key, checked);
    checked.catch(() => known.delete(key)); // a fault is not kept: whoever asks next may have more luck
    void work();
    return checked;
  }

  return {
    check(data) {
      const key = data.own ?? data.dataset;
      return known.get(key) ?? ask(key, data);
    },
  };
}
