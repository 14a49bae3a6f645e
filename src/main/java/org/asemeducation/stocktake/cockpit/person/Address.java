package org.asemeducation.stocktake.cockpit.person;

import java.util.List;

/**
 * Somebody of whom nothing is known but an address that stands somewhere, and how they
 * are called there.
 *
 * @param row in which the address stands, such as {@code mail-7}: it names them where the
 * address must not be
 * @param names as they are called there, at least one
 * @param email in lower case; empty once they are erased
 * @param places where the address stands, in words
 * @param personal whether each name is a person's, and not such as {@code Education desk}
 */
public record Address(String row, List<String> names, String email, List<String> places, boolean personal) {

	public Address {
		names = List.copyOf(names);
		places = List.copyOf(places);
	}

	public String name() {
		return this.names.get(0);
	}

	public boolean isErased() {
		return this.email.isEmpty();
	}

}
