/**
 * Questions and answers about an update, between those who coordinate its initiative and
 * the AES. Hands on what was written.
 */
@NullMarked
package org.asemeducation.stocktake.update.thread;

import org.jspecify.annotations.NullMarked;
