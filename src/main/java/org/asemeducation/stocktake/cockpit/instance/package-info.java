/**
 * What the engine's own pages in Cockpit lack: names in place of ids, and how many wait,
 * are late and are done at each step of a diagram.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit.instance;

import org.jspecify.annotations.NullMarked;
