import { useEffect, useState } from "react";
import { LONGEST_LINK } from "../../data/project/dataLink";
import type { OwnData } from "../../model/ownData";
import { linkTo } from "../../state/url/linkTo";
import { formatInteger } from "../../words/number";
import { useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import { Dialog } from "../dialogs/Dialog";
import { dataLinkTo } from "./dataLinkTo";
import styles from "./Keep.module.css";
import { saveProject } from "./saveProject";

interface Props {
  readonly own: OwnData;
  /** Whether the data come from a file of this site, which a link can name. */
  readonly isOfSite: boolean;
  readonly onClose: () => void;
}

/** The ways to hand the reader's own data and what is asked of them to someone else. */
export default function ShareDialog({ own, isOfSite, onClose }: Props) {
  const services = useServices();
  const { store } = services;
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    let isOver = false;
    void dataLinkTo(store.getState()).then((made) => !isOver && setLink(made));
    return () => {
      isOver = true;
    };
  }, [store]);
  const isLong = link !== null && link.length > LONGEST_LINK;

  async function copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      setSaid("Link copied.");
    } catch {
      setSaid("The browser does not let the page copy. Save the project file instead.");
    }
  }

  async function shareByApp(url: string): Promise<void> {
    // The reader may close the sheet of apps without choosing one.
    await navigator.share({ url }).catch(() => undefined);
  }

  return (
    <Dialog title={`Share “${own.name}”`} onClose={onClose}>
      <div className={styles["share"]}>
        <section>
          <h3>Link with the data</h3>
          <p>
            {link === null
              ? "Packing the data …"
              : isLong
                ? `The link would have ${formatInteger(link.length)} characters: mail and chat programs cut links of more than ${formatInteger(LONGEST_LINK)}. Save the project file instead.`
                : `This link has ${formatInteger(link.length)} characters. The data travel in the link itself and are stored on no server: whoever has the link has the data, and sees whether their numbers are yours.`}
          </p>
          {link !== null && !isLong && (
            <div className={styles["actions"]}>
              <button type="button" className={styles["main"]} onClick={() => void copy(link)}>
                Copy link with the data
              </button>
              {"share" in navigator && (
                <button type="button" onClick={() => void shareByApp(link)}>
                  Share by another app …
                </button>
              )}
            </div>
          )}
        </section>
        <section>
          <h3>Project file</h3>
          <p>Data, edits, remedies, this view and the pinned result in one file. Anyone can open it in Understory.</p>
          <div className={styles["actions"]}>
            <button
              type="button"
              className={isLong ? styles["main"] : undefined}
              onClick={() => void saveProject(services, [own.id], own.name)}
            >
              Save project file
            </button>
          </div>
        </section>
        <section>
          <h3>Link to this view, without the data</h3>
          <p>
            {isOfSite
              ? "It opens the file from this site, for whoever has the link."
              : "For your own bookmarks: it opens in this browser only, where the data are kept."}
          </p>
          <div className={styles["actions"]}>
            <button type="button" onClick={() => void copy(linkTo(store.getState(), DEFAULT_DATASET))}>
              Copy link to this view
            </button>
          </div>
        </section>
        <p role="status" className={styles["said"]}>
          {said}
        </p>
      </div>
    </Dialog>
  );
}
