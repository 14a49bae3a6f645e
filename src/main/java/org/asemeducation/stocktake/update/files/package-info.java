/**
 * Files of an update: pictures, charts and documents, checked by what they hold, kept in
 * our own tables, read by those who may read the update.
 */
@NullMarked
package org.asemeducation.stocktake.update.files;

import org.jspecify.annotations.NullMarked;
