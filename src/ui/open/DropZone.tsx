import { useEffect, useState } from "react";
import { useServices } from "../appContext";
import styles from "./DropZone.module.css";

/** Takes files and folders dropped anywhere on the page, and what is pasted outside a field. */
export function DropZone() {
  const services = useServices();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent) => setOver(event.dataTransfer?.types.includes("Files") ?? false);
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const hold = (event: DragEvent) => event.preventDefault(); // or the file would replace the page
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
      if (!isTyped && !event.defaultPrevented && !services.store.getState().pending) take(event.clipboardData);
    };
    // What is carried can be read only now, before what opens it is fetched.
    const take = (carried: DataTransfer | null) => {
      if (!carried) return;
      const entries = [...carried.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
      const files = [...carried.files];
      const text = carried.getData("text/plain");
      void import("./takeIn").then(({ takeIn }) => takeIn(services, { entries, files, text }));
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hold, drop, paste };
    const each = Object.entries(listeners) as [string, EventListener][];
    for (const [type, listener] of each) addEventListener(type, listener);
    return () => {
      for (const [type, listener] of each) removeEventListener(type, listener);
    };
  }, [services]);
  return over ? <div className={styles["over"]}>Drop the files to open them. They stay on this machine.</div> : null;
}
