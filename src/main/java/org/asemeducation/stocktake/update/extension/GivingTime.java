package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES gives more time to one update, asked or not, or says why it cannot. The day,
 * the task's due date, the mails and the audit count at once.
 */
@Component
public class GivingTime {

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final ExtensionRules rules;

	private final Extensions extensions;

	private final ExtendUpdateProcess process;

	private final TaskFaces faces;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	GivingTime(UpdateRequests requests, DaysOfUpdates days, ExtensionRules rules, Extensions extensions,
			ExtendUpdateProcess process, TaskFaces faces, Audit audit, ApplicationEventPublisher events) {
		this.requests = requests;
		this.days = days;
		this.rules = rules;
		this.extensions = extensions;
		this.process = process;
		this.faces = faces;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Grants. What its coordinators have asked for is answered with it.
	 * @param key which update
	 * @param grant until when, and why
	 * @param by the user id
	 * @throws Refused when the update waits for nobody, or the day is no extension
	 */
	@Transactional
	public void grant(UpdateKey key, Grant grant, String by) {
		grant.check();
		UpdateRequest request = this.requests.lock(key);
		LocalDate before = this.days.due(request);
		boolean asked = isAsked(key);
		write(request, grant, by);
		this.audit.record(by, "extend update", key.toString(), before.toString(), "%s%s: %s".formatted(grant.day(),
				grant.pastFreeze() ? ", past the freeze" : "", Objects.requireNonNull(grant.reason()).strip()));
		if (asked) {
			this.process.answered(key, by);
		}
		else {
			this.process.start(key, true);
		}
		this.faces.renewAbout(key.businessKey());
		this.events.publishEvent(new UpdateExtended(key, before));
	}

	/** The row of a grant, if it can be: what a look ahead takes back again. */
	void write(UpdateRequest request, Grant grant, String by) {
		this.rules.requireWaiting(request);
		this.rules.check(request, grant.day(), grant.pastFreeze());
		if (isAsked(request.key())) {
			this.extensions.answer(request.key(), Extension.GRANTED, grant, grant.reason(), by);
		}
		else {
			this.extensions.grant(request.key(), grant, by);
		}
	}

	/**
	 * Refuses what was asked for.
	 * @param key which update
	 * @param reason why; whoever asked reads it
	 * @param by the user id
	 * @throws Refused when nothing waits for an answer, or no reason is given
	 */
	@Transactional
	public void refuse(UpdateKey key, @Nullable String reason, String by) {
		List<Problem> problems = Grant.wrong(reason, "Say why there is no more time: whoever asked reads it.");
		if (!problems.isEmpty() || reason == null) {
			throw Refused.invalid("Nothing is answered yet.", problems);
		}
		this.requests.lock(key);
		Extension asked = this.extensions.latest(key)
			.filter(Extension::isOpen)
			.orElseThrow(
					() -> Refused.conflict("No question for more time waits for %s, or no longer: somebody was faster."
						.formatted(key.initiative())));
		this.extensions.answer(key, Extension.REFUSED, null, reason.strip(), by);
		this.audit.record(by, "refuse more time", key.toString(), String.valueOf(asked.askedFor()), reason.strip());
		this.process.answered(key, by);
		Optional.ofNullable(asked.askedBy())
			.ifPresent((person) -> this.events.publishEvent(new ExtensionRefused(key, asked.id(), person)));
	}

	private boolean isAsked(UpdateKey key) {
		return this.extensions.latest(key).filter(Extension::isOpen).isPresent();
	}

}
