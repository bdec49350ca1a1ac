import "./lockdown";
import * as Comlink from "comlink";
import { holdLock } from "./lifeline";
import { createPool } from "./run";

Comlink.expose({ ...createPool(), holdLock });
