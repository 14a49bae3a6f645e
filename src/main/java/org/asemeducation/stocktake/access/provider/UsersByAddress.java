package org.asemeducation.stocktake.access.provider;

import java.util.List;

/**
 * The register, as far as a sign-in needs it.
 */
@FunctionalInterface
public interface UsersByAddress {

	/**
	 * Whose address this is.
	 * @param email in lower case
	 * @return the users of everybody who has it and has not been removed; usually one
	 */
	List<String> with(String email);

}
