package org.asemeducation.stocktake.access;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A person and what they do for one party.
 *
 * @param party whom they speak for, or the body they belong to
 * @param name as the person writes it
 * @param email any case; kept in lower case
 * @param language a language tag such as {@code en}
 * @param zone an IANA zone such as {@code Asia/Singapore}; {@code null} means the cycle's
 * zone
 * @param role {@code coordinator}, {@code reviewer} or {@code secretariat}
 */
public record NewContact(PartyId party, String name, String email, String language, @Nullable ZoneId zone,
		String role) {

	public static final String COORDINATOR = "coordinator";

	public static final String REVIEWER = "reviewer";

	public static final String SECRETARIAT = "secretariat";

	private static final Set<String> ROLES = Set.of(COORDINATOR, REVIEWER, SECRETARIAT);

	private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"',;:()]+@[^@\\s<>\"',;:()]+");

	/** Characters; the longest address that mail servers take has 254. */
	private static final int LONGEST = 200;

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

	public NewContact {
		name = name.strip();
		if (name.codePoints().noneMatch(Character::isLetterOrDigit) || name.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A contact needs a name: write it on one line.");
		}
		name = PlainName.require(name, LONGEST);
		email = address(email);
		if (!LANGUAGE.matcher(language).matches()) {
			throw new IllegalArgumentException(
					"\"%s\" is not a language: write its short form, such as en.".formatted(language));
		}
		if (!ROLES.contains(role)) {
			throw new IllegalArgumentException(
					"\"%s\" is not a contact's role: use coordinator, reviewer or secretariat.".formatted(role));
		}
	}

	/**
	 * An address as the register keeps it.
	 * @throws IllegalArgumentException when it is none
	 */
	static String address(String written) {
		String email = written.strip().toLowerCase(Locale.ROOT);
		if (!EMAIL.matcher(PlainName.require(email, LONGEST)).matches()) {
			throw new IllegalArgumentException(
					"\"%s\" is not an e-mail address: write it as name@example.org.".formatted(email));
		}
		return email;
	}

	static @Nullable ZoneId zone(String written) {
		if (written.isBlank()) {
			return null;
		}
		try {
			return ZoneId.of(written.strip());
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(
					"\"%s\" is not a time zone: write it as Europe/Brussels, or leave it out.".formatted(written), ex);
		}
	}

}
