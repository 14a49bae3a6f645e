package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together what the form shows of an update. A draft is read by those who write it
 * and by the secretariat, which helps them; never by those who only review.
 */
@Component
class UpdateViews {

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final Completions completions;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final Revisions revisions;

	private final Remarks remarks;

	private final Rights rights;

	private final Register register;

	private final DaysOfUpdates days;

	private final Leads leads;

	private final Writers writers;

	private final Entries entries;

	private final DraftReadings readings;

	private final UpdateProcess process;

	private final JdbcClient jdbc;

	private final Clock clock;

	UpdateViews(Cycles cycles, CycleInitiatives initiatives, Completions completions, UpdateRequests requests,
			Drafts drafts, Revisions revisions, Remarks remarks, Rights rights, Register register, DaysOfUpdates days,
			Leads leads, Writers writers, Entries entries, DraftReadings readings, UpdateProcess process,
			JdbcClient jdbc, Clock clock) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.completions = completions;
		this.requests = requests;
		this.drafts = drafts;
		this.revisions = revisions;
		this.remarks = remarks;
		this.rights = rights;
		this.register = register;
		this.days = days;
		this.leads = leads;
		this.writers = writers;
		this.entries = entries;
		this.readings = readings;
		this.process = process;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	UpdateView of(UpdateKey key, Person reader) {
		boolean coordinates = this.writers.mayWrite(key, reader.userId());
		if (!coordinates && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		UpdateRequest request = this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		Cycle cycle = this.cycles.get(key.cycle());
		CycleInitiative asked = this.initiatives.find(key.cycle(), key.initiative()).orElseThrow();
		OwnDays own = this.days.of(key);
		boolean takesIn = own.takesIn(cycle, this.clock.instant());
		boolean write = coordinates && request.state().isAskedFor() && takesIn;
		boolean enters = !this.rights.mayWrite(reader.userId(), key.initiative().value());
		UpdateView.SavedContent draft = (coordinates || reader.isSecretariat()) ? draft(key) : null;
		if (draft != null && !coordinates) {
			this.readings.note(key, reader);
		}
		boolean review = request.state() == UpdateState.IN_REVIEW && (reader.isReviewer() || reader.isSecretariat())
				&& !this.rights.hasPart(reader.userId(), key.initiative().value());
		Tasks.OpenTask task = this.process.openTask(key, request.state()).orElse(null);
		String assignee = (task != null) ? task.assignee() : null;
		boolean theirs = reader.userId().equals(assignee);
		return new UpdateView(cycle.name().value(), cycle.title(), cycle.zone().getId(),
				cycle.endOf(this.days.due(request)), cycle.endOf(own.last()), own.extendedTo(), asked.id().value(),
				asked.title(), new UpdateView.NumberedAction(asked.action(), asked.actionTitle()), asked.coordinators(),
				asked.isNew(), asked.wording(), asked.milestones(), asked.outcomes(), asked.links(),
				request.state().word(), request.settledAs(), draft, revision(key), remarks(key, request),
				this.initiatives.commitments(key.cycle(), key.initiative()), this.cycles.questions(key.cycle()),
				placeholders(key), objectives(), subgoals(), (task != null) ? task.id() : null, name(assignee),
				new UpdateView.May(write, write && this.leads.objection(key, reader.userId()).isEmpty(),
						write && !enters && !theirs, write && !enters && theirs, review, review && takesIn,
						write && enters, reader.isSecretariat() && !write && request.state().isAskedFor() && takesIn));
	}

	private List<UpdateView.Placeholder> placeholders(UpdateKey key) {
		return this.completions.placeholders(key.cycle(), key.initiative())
			.stream()
			.map((it) -> new UpdateView.Placeholder(it.line(), it.where(), it.words(),
					it.placeholder().field().isSingle()))
			.toList();
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
					revision.submittedAt(), this.entries.said(key, revision.number(), name(revision.submittedBy())),
					revision.late()))
			.orElse(null);
	}

	private Map<String, String> remarks(UpdateKey key, UpdateRequest request) {
		return (request.state() == UpdateState.RETURNED) ? this.remarks.on(key) : Map.of();
	}

	private String name(String userId) {
		return (userId != null) ? this.register.nameOf(userId) : null;
	}

	private List<UpdateView.NumberedText> objectives() {
		return this.jdbc.sql("select number, title from objective order by number")
			.query((row, number) -> new UpdateView.NumberedText(row.getString("number"), row.getString("title")))
			.list();
	}

	private List<UpdateView.NumberedText> subgoals() {
		return this.jdbc.sql("select number, text from subgoal order by number")
			.query((row, number) -> new UpdateView.NumberedText(row.getString("number"), row.getString("text")))
			.list();
	}

}
