package org.asemeducation.stocktake.access.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whom a stated address lets in: the one person of the register who has it.
 */
class Admission {

	private final UsersByAddress register;

	private final boolean trustEmails;

	private final String label;

	Admission(UsersByAddress register, ProviderSettings settings) {
		this.register = register;
		this.trustEmails = settings.trustEmails();
		this.label = settings.label();
	}

	/**
	 * Finds the user.
	 * @param stated what the provider says; {@code null} when it names no address
	 * @return the engine's user
	 * @throws NotAdmitted with one sentence for the person
	 */
	String userOf(@Nullable StatedAddress stated) {
		if (stated == null) {
			throw new NotAdmitted(
					"Signing in with %s worked, but it names no e-mail address: ask whoever looks after it"
						.formatted(this.label) + " to let Stocktake see yours.");
		}
		if (!isVerified(stated)) {
			throw new NotAdmitted(("Signing in with %s worked, but your address %s is not confirmed there:"
					+ " confirm it, then sign in again.")
				.formatted(this.label, stated.email()));
		}
		List<String> users = this.register.with(stated.email());
		if (users.isEmpty()) {
			throw new NotAdmitted(("Signing in with %s worked, but nobody in the register of Stocktake has the address"
					+ " %s: ask the ASEM Education Secretariat to enter it, or sign in with another account.")
				.formatted(this.label, stated.email()));
		}
		if (users.size() > 1) {
			throw new NotAdmitted(("Signing in with %s worked, but %s stands for several people in the register of"
					+ " Stocktake: ask the ASEM Education Secretariat to mend that.")
				.formatted(this.label, stated.email()));
		}
		return users.get(0);
	}

	private boolean isVerified(StatedAddress stated) {
		Boolean verified = stated.verified();
		return (verified != null) ? verified : this.trustEmails;
	}

}
