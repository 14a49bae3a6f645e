package org.asemeducation.stocktake.cycle.minutes;

import java.time.Instant;

/**
 * Minutes as the members were sent them.
 *
 * @param number counted from 1
 * @param text paragraphs, with an empty line between them
 * @param sentAt when
 */
public record SentMinutes(int number, String text, Instant sentAt) {

}
