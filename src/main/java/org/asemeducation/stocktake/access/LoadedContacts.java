package org.asemeducation.stocktake.access;

/**
 * What loading a contacts file did.
 *
 * @param invited people who were new and got an invitation
 * @param leftOut people who were new and are not written to yet
 * @param known people who were already in the register
 */
public record LoadedContacts(int invited, int leftOut, int known) {

	String inWords() {
		return "%d new people were invited; %s%d were already in the register.".formatted(this.invited,
				(this.leftOut > 0) ? "%d were entered without an invitation; ".formatted(this.leftOut) : "",
				this.known);
	}

}
