package org.asemeducation.stocktake.update.handover;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who is to take an initiative over, as its coordinator names them.
 *
 * @param party the register's number of the party that takes it over; {@code null} for a
 * colleague in the same party
 * @param newParty what a party that the register lacks is called; else {@code null}
 * @param name the person
 * @param email any case
 * @param reason why; the AES reads it
 */
public record Successor(@Nullable Long party, @Nullable String newParty, @Nullable String name, @Nullable String email,
		@Nullable String reason) {

	private static final int LONGEST = 1000;

	private static final PartyId ANY = new PartyId(1);

	/** A colleague in the same party takes over all that the party coordinates. */
	boolean isColleague() {
		return this.party == null && isBlank(this.newParty);
	}

	/**
	 * Refuses what cannot be asked.
	 * @throws Refused with one problem a field
	 */
	public Successor check() {
		List<Problem> problems = new ArrayList<>(person(this.name, this.email));
		if (this.party != null && !isBlank(this.newParty)) {
			problems.add(new Problem("newParty", "Choose a party of the list or name a new one, not both."));
		}
		problems.addAll(party(this.newParty));
		if (isBlank(this.reason)) {
			problems.add(new Problem("reason", "Say in a few words why: the secretariat reads it."));
		}
		else if (this.reason.length() > LONGEST) {
			problems.add(new Problem("reason", "Say it in at most %d characters.".formatted(LONGEST)));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is asked yet.", problems);
		}
		return this;
	}

	/** What is wrong with a person's name and address. */
	static List<Problem> person(@Nullable String name, @Nullable String email) {
		List<Problem> problems = new ArrayList<>();
		try {
			new NewContact(ANY, isBlank(name) ? "" : name, "somebody@example.org", "en", null, NewContact.COORDINATOR);
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem("name", isBlank(name) ? "Say who: first name and last name." : words(ex)));
		}
		try {
			new NewContact(ANY, "Somebody", isBlank(email) ? "" : email, "en", null, NewContact.COORDINATOR);
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem("email",
					isBlank(email) ? "Give their e-mail address, such as name@example.org." : words(ex)));
		}
		return problems;
	}

	private static List<Problem> party(@Nullable String name) {
		if (name == null || name.isBlank()) {
			return List.of();
		}
		try {
			new NewParty(name, null, "other");
			return List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of(new Problem("newParty", words(ex)));
		}
	}

	private static String words(IllegalArgumentException ex) {
		return String.valueOf(ex.getMessage());
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
