package org.asemeducation.stocktake.access;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * One person with one e-mail address.
 *
 * @param id the register's number
 * @param userId the engine's user, opaque
 * @param name as the person writes it
 * @param email in lower case
 * @param language a language tag such as {@code en}
 * @param zone where the person's days begin; {@code null} means the cycle's zone
 * @param active whether the person may still sign in
 */
public record Contact(ContactId id, String userId, String name, String email, String language, @Nullable ZoneId zone,
		boolean active) {

}
