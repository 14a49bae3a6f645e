package org.asemeducation.stocktake.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;

import org.springframework.stereotype.Component;

/**
 * Does in the engine what follows from somebody's act without being theirs, so that it
 * does not need their rights: a reviewer returns an update and may not start mails.
 */
@Component
public class AsNobody {

	private final IdentityService identity;

	AsNobody(IdentityService identity) {
		this.identity = identity;
	}

	/**
	 * Calls with nobody signed in to the engine; afterwards whoever was is again.
	 * @param <T> what comes of it
	 * @param call what to do
	 * @return what came of it
	 */
	public <T> T call(Supplier<T> call) {
		var somebody = this.identity.getCurrentAuthentication();
		this.identity.clearAuthentication();
		try {
			return call.get();
		}
		finally {
			if (somebody != null) {
				this.identity.setAuthentication(somebody);
			}
		}
	}

}
