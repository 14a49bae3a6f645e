package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Optional;

/**
 * Who the parties are and which initiatives they coordinate.
 */
public interface Register {

	/**
	 * Finds the party by its acronym, else by its name, else adds it.
	 * @param party what is known of it
	 * @return the party as the register knows it
	 */
	Party register(NewParty party);

	Optional<Party> party(String acronymOrName);

	List<Party> parties();

	/**
	 * Replaces who does what for an initiative.
	 * @param initiative its id
	 * @param coordinations all of them
	 */
	void coordinate(String initiative, List<Coordination> coordinations);

	List<Coordination> coordination(String initiative);

}
