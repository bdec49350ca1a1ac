import { useEffect, useState } from "react";
import { useServices } from "../appContext";
import styles from "./DropZone.module.css";
import { openFiles } from "./openFiles";

/** Takes a file dropped anywhere on the page. */
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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void openFiles(services, files);
    };
    addEventListener("dragenter", enter);
    addEventListener("dragleave", leave);
    addEventListener("dragover", hold);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("dragover", hold);
      removeEventListener("drop", drop);
    };
  }, [services]);
  return over ? <div className={styles["over"]}>Drop the file to open it. It stays on this machine.</div> : null;
}
