package org.asemeducation.stocktake.endorsement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together what the forms show.
 */
@Component
class EndorsementViews {

	private final Cycles cycles;

	private final Occasions occasions;

	private final Versions versions;

	private final SealedVersions sealed;

	private final AnnexChanges changes;

	private final AnnexEditing editing;

	private final AskedChanges asked;

	private final Asking asking;

	private final TakenIn takenIn;

	private final JdbcClient jdbc;

	EndorsementViews(Cycles cycles, Occasions occasions, Versions versions, SealedVersions sealed, AnnexChanges changes,
			AnnexEditing editing, AskedChanges asked, Asking asking, TakenIn takenIn, JdbcClient jdbc) {
		this.cycles = cycles;
		this.occasions = occasions;
		this.versions = versions;
		this.sealed = sealed;
		this.changes = changes;
		this.editing = editing;
		this.asked = asked;
		this.asking = asking;
		this.takenIn = takenIn;
		this.jdbc = jdbc;
	}

	EndorsementView of(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		SealedVersion officials = this.versions.sealed(name, State.FOR_OFFICIALS);
		ReportModel put = this.versions.report(this.versions.put(name));
		List<Initiative> initiatives = put.initiatives().sorted(Comparator.comparingInt(Initiative::position)).toList();
		return new EndorsementView(name.value(), cycle.title(), cycle.zone().getId(), occasion(name, MeetingKind.SOM2),
				occasion(name, MeetingKind.ASEMME), shown(officials),
				this.sealed.of(name, State.FOR_MINISTERS).map(this::shown).orElse(null), put.version(),
				this.takenIn.asked(name, officials.version()).orElse(null), this.asked.of(name, put.version()),
				this.asking.changedChapters(name, put), lines(name, put),
				initiatives.stream()
					.map((it) -> new EndorsementView.Choice(it.id(), it.title(), it.coordinators()))
					.toList(),
				earlier(name, initiatives.stream().map(Initiative::id).toList()),
				acceptedSince(name, put.compiledAt()));
	}

	private List<EndorsementView.Earlier> earlier(CycleName name, List<String> initiatives) {
		List<EndorsementView.Earlier> lines = new ArrayList<>();
		this.editing.adopted(name).forEach((initiative, adopted) -> {
			for (int position = 1; position <= adopted.size() && initiatives.contains(initiative); position++) {
				lines.add(new EndorsementView.Earlier(initiative, position, adopted.get(position - 1)));
			}
		});
		return lines;
	}

	private List<String> acceptedSince(CycleName name, Instant sealedAt) {
		return this.jdbc.sql("""
				select distinct r.initiative from revision r join verdict v on v.revision = r.id
				where r.cycle = :cycle and v.accepted and v.given_at > :at order by r.initiative""")
			.param("cycle", name.value())
			.param("at", Timestamp.from(sealedAt))
			.query(String.class)
			.list();
	}

	private EndorsementView.Occasion occasion(CycleName name, MeetingKind kind) {
		Meeting meeting = this.occasions.of(name, kind);
		return new EndorsementView.Occasion(meeting.isRecorded(), Occasions.isDropped(meeting), meeting.held(),
				meeting.decisions());
	}

	private EndorsementView.Sealed shown(SealedVersion version) {
		Annex annex = Objects.requireNonNull(this.versions.report(version).workPlan());
		return new EndorsementView.Sealed(version.version(), version.sealedAt(), annex.lines().size(),
				annex.lines().stream().map(Annex.Line::initiative).distinct().count());
	}

	private List<EndorsementView.Line> lines(CycleName name, ReportModel before) {
		Map<Integer, AnnexChange> changes = this.changes.of(name, before.version())
			.stream()
			.collect(Collectors.toMap(AnnexChange::line, Function.identity()));
		List<EndorsementView.Line> lines = new ArrayList<>();
		for (Annex.Line line : Objects.requireNonNull(before.workPlan()).lines()) {
			Wording put = Wording.of(line);
			AnnexChange change = changes.remove(line.number());
			lines.add((change == null)
					? new EndorsementView.Line(line.number(), line.initiative(), put, put, null, null, 0)
					: shown(change, put));
		}
		changes.values()
			.stream()
			.sorted(Comparator.comparingInt(AnnexChange::line))
			.forEach((added) -> lines.add(shown(added, null)));
		return lines;
	}

	private static EndorsementView.Line shown(AnnexChange change, @Nullable Wording put) {
		return new EndorsementView.Line(change.line(), change.initiative(), put, change.wording(), change.kind(),
				change.askedBy(), change.version());
	}

}
