import "./lockdown";
import * as Comlink from "comlink";
import { createPool } from "./run";

/** Holds a lock for as long as this worker lives: the page notices its death by getting the lock itself. */
function holdLock(name: string): Promise<void> {
  return new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => {});
    });
  });
}

Comlink.expose({ ...createPool(), holdLock });
