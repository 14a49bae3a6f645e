/**
 * Old reports of cycles that were run on paper: files as they came, for everybody where
 * the secretariat says so.
 */
@NullMarked
package org.asemeducation.stocktake.report.paper;

import org.jspecify.annotations.NullMarked;
