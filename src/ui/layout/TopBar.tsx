import { lazy, Suspense, useCallback, useState } from "react";
import { useApp, useHistory, useServices } from "../appContext";
import { ExportMenu } from "../ExportMenu";
import { Icon } from "../Icon";
import { useKeys } from "../useKeys";
import { type ThemeChoice, useTheme } from "../useTheme";
import { DatasetPicker } from "./DatasetPicker";
import { ShareButton } from "./ShareButton";
import styles from "./TopBar.module.css";

const OpenDialog = lazy(() => import("../open/OpenDialog"));
const HelpDialog = lazy(() => import("../dialogs/HelpDialog"));

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { auto: "light", light: "dark", dark: "auto" };

/** The name, the dataset, and what can be done with the page as a whole. */
export function TopBar() {
  const { actions } = useServices();
  const { canUndo, canRedo } = useHistory();
  const { choice, setChoice } = useTheme();
  const ready = useApp((s) => s.held !== null);
  const [dialog, setDialog] = useState<"open" | "help" | null>(null);
  const close = () => setDialog(null);
  const openHelp = useCallback(() => setDialog("help"), []);
  useKeys(openHelp);
  return (
    <header className={styles["bar"]}>
      <h1 className={styles["brand"]}>
        <Icon name="mark" />
        <span>Understory</span>
      </h1>
      <DatasetPicker />
      <div className={styles["tools"]}>
        <button type="button" onClick={actions.undo} aria-disabled={!canUndo} aria-label="Undo" title="Undo (Ctrl+Z)">
          <Icon name="undo" />
        </button>
        <button
          type="button"
          onClick={actions.redo}
          aria-disabled={!canRedo}
          aria-label="Redo"
          title="Redo (Ctrl+Shift+Z)"
        >
          <Icon name="redo" />
        </button>
        <button type="button" onClick={() => setDialog("open")} aria-label="Open your data" title="Open your data">
          <Icon name="open" />
          <span className={styles["word"]}>Open your data</span>
        </button>
        <ShareButton />
        <button
          type="button"
          onClick={() => setChoice(NEXT[choice])}
          aria-label={`Theme: ${choice}`}
          title={`Theme: ${choice}. Switch to ${NEXT[choice]}`}
        >
          <Icon name={choice} />
        </button>
        <button type="button" onClick={openHelp} aria-label="Help and keys" title="Help and keys (?)">
          <Icon name="help" />
        </button>
        {ready && <ExportMenu />}
      </div>
      <Suspense>
        {dialog === "open" && <OpenDialog onClose={close} />}
        {dialog === "help" && <HelpDialog onClose={close} />}
      </Suspense>
    </header>
  );
}
