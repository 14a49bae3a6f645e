package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator asks for more time, which becomes a task of the AES. Until the answer the
 * day stays.
 */
@Component
class AskingForTime {

	private final Rights rights;

	private final UpdateRequests requests;

	private final ExtensionRules rules;

	private final Extensions extensions;

	private final ExtendUpdateProcess process;

	private final Audit audit;

	AskingForTime(Rights rights, UpdateRequests requests, ExtensionRules rules, Extensions extensions,
			ExtendUpdateProcess process, Audit audit) {
		this.rights = rights;
		this.requests = requests;
		this.rules = rules;
		this.extensions = extensions;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Asks.
	 * @param key which update
	 * @param until the day that would do, in the cycle's zone
	 * @param reason why
	 * @param by the user id of who asks
	 * @throws Refused when they may not, or a question waits already, or the day is no
	 * extension
	 */
	@Transactional
	void ask(UpdateKey key, @Nullable LocalDate until, @Nullable String reason, String by) {
		if (!this.rights.mayWrite(by, key.initiative().value())) {
			throw Refused
				.notAllowed("You do not coordinate %s: ask the secretariat if you should.".formatted(key.initiative()));
		}
		List<Problem> problems = new ArrayList<>();
		if (until == null) {
			problems.add(new Problem("until", "Give the day that would do."));
		}
		problems.addAll(Grant.wrong(reason, "Say in a few words why you need more time."));
		if (!problems.isEmpty() || until == null || reason == null) {
			throw Refused.invalid("Nothing is asked yet.", problems);
		}
		UpdateRequest request = this.requests.lock(key);
		this.rules.requireWaiting(request);
		this.rules.requireLater(request, until);
		if (this.extensions.latest(key).filter(Extension::isOpen).isPresent()) {
			throw Refused
				.conflict("More time for %s is asked for already: wait for the answer.".formatted(key.initiative()));
		}
		this.extensions.ask(key, until, reason.strip(), by);
		this.audit.record(by, "ask for more time", key.toString(), null, "%s: %s".formatted(until, reason.strip()));
		this.process.start(key, false);
	}

}
