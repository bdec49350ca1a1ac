import "../lockdown";
import * as Comlink from "comlink";
import { holdLock } from "../lifeline";
import { createImport } from "./run";

Comlink.expose({ ...createImport(), holdLock });
