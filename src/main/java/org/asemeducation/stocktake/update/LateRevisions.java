package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the AES takes in by name after the gathering, in place of what never came. Who may
 * do so, and that it is accepted, is the caller's to say.
 */
@Component
public class LateRevisions {

	private final Completions completions;

	private final UpdateRequests requests;

	private final Revisions revisions;

	private final Drafts drafts;

	private final DaysOfUpdates days;

	private final Cycles cycles;

	private final RuntimeService runtime;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	private final Clock clock;

	LateRevisions(Completions completions, UpdateRequests requests, Revisions revisions, Drafts drafts,
			DaysOfUpdates days, Cycles cycles, RuntimeService runtime, AsNobody asNobody, JdbcClient jdbc,
			Clock clock) {
		this.completions = completions;
		this.requests = requests;
		this.revisions = revisions;
		this.drafts = drafts;
		this.days = days;
		this.cycles = cycles;
		this.runtime = runtime;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds the revision, late.
	 * @param key which update
	 * @param content the form's fields; none is required but the progress
	 * @param reason why it is taken in
	 * @param by the user id
	 * @return the revision
	 * @throws Refused when the update can still come by itself, or has come, or says
	 * nothing
	 */
	public Revision add(UpdateKey key, ObjectNode content, String reason, String by) {
		UpdateRequest request = this.requests.lock(key);
		requireClosed(request, this.cycles.get(key.cycle()));
		List<Problem> problems = UpdateForm.misshapen(content);
		List<AskedPlaceholder> placeholders = this.completions.placeholders(key.cycle(), key.initiative());
		if (problems.isEmpty() && !placeholders.isEmpty()) {
			problems = PlaceholderCheck.problems(placeholders, content);
		}
		else if (problems.isEmpty() && content.path("progress").asText().isBlank()) {
			problems = List.of(new Problem("progress", "Say at least what was done: the report prints it."));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is taken in yet.", problems);
		}
		this.revisions.add(key, UpdateForm.withoutAnswer(content), true, by);
		this.drafts.discard(key);
		Revision revision = this.revisions.latest(key).orElseThrow();
		this.jdbc
			.sql("insert into taken_in (revision, reason, taken_at, taken_by) values (:revision, :reason, :at, :by)")
			.param("revision", revision.id())
			.param("reason", reason)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
		return revision;
	}

	/**
	 * What its coordinators left and did not submit.
	 * @param key which update
	 * @return the form's fields
	 */
	public Optional<ObjectNode> drafted(UpdateKey key) {
		return this.drafts.find(key).map(Draft::content);
	}

	/**
	 * Goes on in the model, which settles it. The verdict is saved by then.
	 * @param key which update
	 */
	public void settle(UpdateKey key) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey("takeInLate", key.toString(),
				Variables.putValue("cycle", key.cycle().value()).putValue("initiative", key.initiative().value())));
	}

	private void requireClosed(UpdateRequest request, Cycle cycle) {
		String initiative = request.key().initiative().value();
		if (cycle.isGathering()) {
			throw Refused
				.conflict("The gathering of %s is under way: the update of %s can be submitted, or given more time."
					.formatted(cycle.name(), initiative));
		}
		if (cycle.state() == Cycle.State.COMPLETED) {
			throw Refused.conflict(
					"The plan of %s is completed: change it under /desk/plan/changes instead.".formatted(cycle.name()));
		}
		switch (request.state()) {
			case IN_REVIEW ->
				throw Refused.conflict("The update of %s lies with the reviewers: accept that.".formatted(initiative));
			case SETTLED -> {
				if ("accepted".equals(request.settledAs())) {
					throw Refused.conflict("The update of %s is accepted already.".formatted(initiative));
				}
			}
			default -> throw Refused.conflict(this.days.takesIn(request.key())
					? "The update of %s is held open: its coordinators can still submit it.".formatted(initiative)
					: "Decide on the draft of %s first: the task \"Decide on unsubmitted drafts\" waits."
						.formatted(initiative));
		}
	}

}
