package org.asemeducation.stocktake.access;

import java.util.Set;

import org.springframework.security.access.AccessDeniedException;

/**
 * Who is signed in, as the groups stand at this moment.
 *
 * @param userId the engine's user
 * @param name as the person writes it
 * @param groups the engine's groups: {@code aes}, {@code swg}, {@code camunda-admin} and
 * those of parties
 */
public record Person(String userId, String name, Set<String> groups) {

	static final String SECRETARIAT = "aes";

	static final String REVIEWERS = "swg";

	static final String ADMINISTRATORS = "camunda-admin";

	public Person {
		groups = Set.copyOf(groups);
	}

	public boolean isSecretariat() {
		return this.groups.contains(SECRETARIAT);
	}

	public boolean isReviewer() {
		return this.groups.contains(REVIEWERS);
	}

	/** Whether the person speaks for a party. */
	public boolean isCoordinator() {
		return !Set.of(SECRETARIAT, REVIEWERS, ADMINISTRATORS).containsAll(this.groups);
	}

	/**
	 * Goes on only for those who speak for a party.
	 * @return this person
	 * @throws AccessDeniedException for anybody else; it is answered with 403
	 */
	public Person requireCoordinator() {
		if (!isCoordinator()) {
			throw new AccessDeniedException("Only people who speak for a party find something here:"
					+ " the secretariat sees all mails at its desk.");
		}
		return this;
	}

	/**
	 * Goes on only for the secretariat.
	 * @return this person
	 * @throws AccessDeniedException for anybody else; it is answered with 403
	 */
	public Person requireSecretariat() {
		if (!isSecretariat()) {
			throw new AccessDeniedException(
					"Only the secretariat can do this: ask the ASEM Education Secretariat, or sign in as one of its people.");
		}
		return this;
	}

	/**
	 * Goes on only for the secretariat and the reviewers.
	 * @return this person
	 * @throws AccessDeniedException for anybody else; it is answered with 403
	 */
	public Person requireReviewer() {
		if (!isReviewer() && !isSecretariat()) {
			throw new AccessDeniedException(
					"Only the Standing Working Group and the secretariat can do this: sign in as one of their people.");
		}
		return this;
	}

}
