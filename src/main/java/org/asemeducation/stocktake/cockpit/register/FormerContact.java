package org.asemeducation.stocktake.cockpit.register;

import java.time.LocalDate;

/**
 * Somebody who was a contact of a party.
 *
 * @param id the register's number
 * @param name as the person wrote it, or {@code Somebody of} their party once they are
 * erased
 * @param role {@code coordinator}, {@code reviewer} or {@code secretariat}
 * @param fromDay since when, in UTC
 * @param toDay until when, in UTC
 */
public record FormerContact(long id, String name, String role, LocalDate fromDay, LocalDate toDay) {

}
