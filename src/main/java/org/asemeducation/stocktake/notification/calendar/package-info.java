/**
 * Days as calendar programs read them (RFC 5545): the entry that mails carry, and the
 * feed that the secretariat subscribes to.
 */
@NullMarked
package org.asemeducation.stocktake.notification.calendar;

import org.jspecify.annotations.NullMarked;
