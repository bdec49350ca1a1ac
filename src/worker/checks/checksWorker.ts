import "../lockdown";
import * as Comlink from "comlink";
import { holdLock } from "../lifeline";
import { checkDataset, checkOwn } from "./findSlips";

Comlink.expose({ checkOwn, checkDataset, holdLock });
