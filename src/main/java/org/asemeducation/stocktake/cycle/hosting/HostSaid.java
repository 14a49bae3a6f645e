package org.asemeducation.stocktake.cycle.hosting;

/**
 * What a host has said that everybody may read.
 *
 * @param theme the meeting's; empty for none
 * @param programme what happens when and where; empty for none
 */
public record HostSaid(String theme, String programme) {

}
