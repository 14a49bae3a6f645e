package org.asemeducation.stocktake.access;

/**
 * What loading a contacts file did.
 *
 * @param invited people who were new and got an invitation
 * @param known people who were already in the register
 */
public record LoadedContacts(int invited, int known) {

}
