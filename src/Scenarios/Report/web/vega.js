// Vega without what no chart of the report needs: maps, forces, trees, word clouds and the like. Vega-Lite takes it for Vega.
import * as encode from 'vega-encode';
import * as transforms from 'vega-transforms';
import * as viewTransforms from 'vega-view-transforms';
import { transforms as registered } from 'vega-dataflow';
import 'vega-scale';

Object.assign(registered, transforms, viewTransforms, encode);

export { parse } from 'vega-parser';
export { View } from 'vega-view';
export * from 'vega-util';
