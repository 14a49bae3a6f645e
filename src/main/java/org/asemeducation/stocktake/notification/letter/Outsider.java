package org.asemeducation.stocktake.notification.letter;

/**
 * Somebody who is written to and stands in no register of contacts.
 *
 * @param name as the person writes it
 * @param organisation for which they speak
 * @param email their address
 * @param language as a tag, such as {@code en}
 */
public record Outsider(String name, String organisation, String email, String language) {
}
