package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a contacts file would invite, before it is loaded.
 *
 * @param people those who are new, in the order of the file
 * @param known how many others are in the register already
 */
record NewPeople(List<NewPerson> people, int known) {

	NewPeople {
		people = List.copyOf(people);
	}

	Set<String> addresses() {
		return this.people.stream().map(NewPerson::email).collect(Collectors.toSet());
	}

	/**
	 * Somebody new.
	 *
	 * @param name as the file writes it
	 * @param email in lower case
	 * @param roles what for whom, such as {@code ASEF (coordinator)}
	 * @param language a language tag
	 */
	record NewPerson(String name, String email, String roles, String language) {
	}

}
