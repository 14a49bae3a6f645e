package org.asemeducation.stocktake.cockpit.register;

import java.time.LocalDate;

/**
 * An accepted update that names a body among those involved.
 *
 * @param cycle in which it was given
 * @param initiative about which
 * @param title the initiative's in that cycle
 * @param acceptedOn in UTC
 */
public record NamedIn(String cycle, String initiative, String title, LocalDate acceptedOn) {

}
