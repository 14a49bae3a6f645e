package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.DeskActs;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person who is entered by the entry "Change the register" in Tasklist: they speak for
 * a party from now on and are invited when they are new.
 */
@Component
class RegisterEntry {

	private final Register register;

	private final Newcomers newcomers;

	private final DeskActs desk;

	RegisterEntry(Register register, Newcomers newcomers, DeskActs desk) {
		this.register = register;
		this.newcomers = newcomers;
		this.desk = desk;
	}

	/**
	 * Enters somebody.
	 * @param named who
	 * @param by the user id
	 * @throws Refused with one problem a field
	 */
	@Transactional
	void add(Named named, String by) {
		Party party = party(named);
		NewContact person = person(party.id(), named);
		Contact entered = this.newcomers.speaker(person);
		this.desk.record("changeRegister", null, "enter person",
				"%s speaks for %s".formatted(entered.userId(), party.label()), by);
	}

	private Party party(Named named) {
		try {
			return this.register.partyCalled(Optional.ofNullable(named.party()).orElse(""));
		}
		catch (IllegalArgumentException ex) {
			throw refusal("party", String.valueOf(ex.getMessage()));
		}
	}

	private static NewContact person(PartyId party, Named named) {
		String name = Optional.ofNullable(named.name()).orElse("");
		check("name", () -> new NewContact(party, name, "somebody@example.org", "en", null, NewContact.COORDINATOR));
		String email = Optional.ofNullable(named.email()).orElse("");
		check("email", () -> new NewContact(party, name, email, "en", null, NewContact.COORDINATOR));
		return new NewContact(party, name, email, "en", null, NewContact.COORDINATOR);
	}

	private static void check(String field, Runnable made) {
		try {
			made.run();
		}
		catch (IllegalArgumentException ex) {
			throw refusal(field, String.valueOf(ex.getMessage()));
		}
	}

	private static Refused refusal(String field, String message) {
		return Refused.invalid("Nobody is entered yet.", List.of(new Problem(field, message)));
	}

	/**
	 * A person as the secretariat writes them.
	 *
	 * @param party what the register calls the party that they speak for
	 */
	record Named(@Nullable String party, @Nullable String name, @Nullable String email) {
	}

}
