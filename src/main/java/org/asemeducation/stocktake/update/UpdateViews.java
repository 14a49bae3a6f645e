package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together what the form shows of an update. A draft is its coordinators' own until
 * the gathering is over; then the secretariat, which decides on it, reads it too.
 */
@Component
class UpdateViews {

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final Revisions revisions;

	private final Remarks remarks;

	private final Rights rights;

	private final Register register;

	private final UpdateProcess process;

	private final JdbcClient jdbc;

	private final Clock clock;

	UpdateViews(Cycles cycles, CycleInitiatives initiatives, UpdateRequests requests, Drafts drafts,
			Revisions revisions, Remarks remarks, Rights rights, Register register, UpdateProcess process,
			JdbcClient jdbc, Clock clock) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.requests = requests;
		this.drafts = drafts;
		this.revisions = revisions;
		this.remarks = remarks;
		this.rights = rights;
		this.register = register;
		this.process = process;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	UpdateView of(UpdateKey key, Person reader) {
		boolean coordinates = this.rights.mayWrite(reader.userId(), key.initiative().value());
		if (!coordinates && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		UpdateRequest request = this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		Cycle cycle = this.cycles.get(key.cycle());
		CycleInitiative asked = this.initiatives.find(key.cycle(), key.initiative()).orElseThrow();
		boolean write = coordinates && request.state().isAskedFor() && cycle.takesIn(this.clock.instant());
		boolean readDraft = coordinates || (reader.isSecretariat() && !cycle.isGathering());
		boolean review = request.state() == UpdateState.IN_REVIEW && (reader.isReviewer() || reader.isSecretariat());
		Tasks.OpenTask task = this.process.openTask(key, request.state()).orElse(null);
		String assignee = (task != null) ? task.assignee() : null;
		boolean own = reader.userId().equals(assignee);
		return new UpdateView(cycle.name().value(), cycle.title(), cycle.zone().getId(), deadline(cycle, request),
				cycle.endOf(DeadlineKind.FREEZE), asked.id().value(), asked.title(),
				new UpdateView.NumberedAction(asked.action(), asked.actionTitle()), asked.coordinators(), asked.isNew(),
				asked.wording(), asked.milestones(), asked.outcomes(), asked.links(), request.state().word(),
				request.settledAs(), readDraft ? draft(key) : null, revision(key), remarks(key, request),
				this.initiatives.commitments(key.cycle(), key.initiative()), this.cycles.questions(key.cycle()),
				subgoals(), (task != null) ? task.id() : null, name(assignee), new UpdateView.May(write, write,
						write && !own, write && own, review, review && cycle.takesIn(this.clock.instant())));
	}

	private Instant deadline(Cycle cycle, UpdateRequest request) {
		return Optional.of(request)
			.filter((open) -> open.state() == UpdateState.RETURNED)
			.flatMap((open) -> this.remarks.returnedAt(open.key()))
			.map(cycle::revisionDue)
			.orElseGet(() -> cycle.endOf(DeadlineKind.DEADLINE));
	}

	private UpdateView.SavedContent draft(UpdateKey key) {
		return this.drafts.find(key)
			.map((draft) -> new UpdateView.SavedContent(draft.version(), draft.content(), draft.savedAt(),
					name(draft.savedBy())))
			.orElse(null);
	}

	private UpdateView.SubmittedContent revision(UpdateKey key) {
		return this.revisions.latest(key)
			.map((revision) -> new UpdateView.SubmittedContent(revision.number(), revision.content(),
					revision.submittedAt(), name(revision.submittedBy())))
			.orElse(null);
	}

	private Map<String, String> remarks(UpdateKey key, UpdateRequest request) {
		return (request.state() == UpdateState.RETURNED) ? this.remarks.on(key) : Map.of();
	}

	private String name(String userId) {
		return (userId != null) ? this.register.nameOf(userId) : null;
	}

	private List<UpdateView.NumberedText> subgoals() {
		return this.jdbc.sql("select number, text from subgoal order by number")
			.query((row, number) -> new UpdateView.NumberedText(row.getString("number"), row.getString("text")))
			.list();
	}

}
