package org.asemeducation.stocktake.access;

import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People whom others name. Who is new is invited; who is known stays as they are written
 * in the register.
 */
@Component
public class Newcomers {

	private final Register register;

	private final Invitations invitations;

	Newcomers(Register register, Invitations invitations) {
		this.register = register;
		this.invitations = invitations;
	}

	/**
	 * Somebody who speaks for a party from now on.
	 * @param person who, as the one who names them writes it
	 * @return the new or known contact
	 */
	@Transactional
	public Contact speaker(NewContact person) {
		return welcome(person, this.register::addContact);
	}

	/**
	 * Somebody who speaks for no party.
	 * @param person who; role and party do not count
	 * @return the new or known contact
	 */
	@Transactional
	public Contact helper(NewContact person) {
		return welcome(person, this.register::introduce);
	}

	private Contact welcome(NewContact person, Function<NewContact, ContactId> act) {
		return this.register.contactByEmail(person.email()).map((known) -> {
			act.apply(new NewContact(person.party(), known.name(), known.email(), known.language(), known.zone(),
					person.role()));
			return known;
		}).orElseGet(() -> {
			this.invitations.invite(act.apply(person));
			return this.register.contactByEmail(person.email()).orElseThrow();
		});
	}

}
