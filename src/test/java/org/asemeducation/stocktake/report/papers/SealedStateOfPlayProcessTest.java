package org.asemeducation.stocktake.report.papers;

import java.util.List;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.WalkOn;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The state of play of SOM2 and the ASEMME names the sealed versions by their checksums.
 */
@ProcessTest
class SealedStateOfPlayProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private WalkOn walk;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Meetings meetings;

	@Autowired
	private SealedVersions sealed;

	@Autowired
	private StateOfPlay state;

	@Test
	void theSealedDraftStandsThereByItsChecksums() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR));
		// when
		this.walk.toTheEnd(cycle);
		// then
		assertThat(facts(cycle, MeetingKind.SOM2)).isEqualTo(checksums(cycle, State.FOR_OFFICIALS)).hasSize(9);
		assertThat(facts(cycle, MeetingKind.ASEMME)).isEqualTo(checksums(cycle, State.FOR_MINISTERS))
			.isNotEqualTo(facts(cycle, MeetingKind.SOM2));
		assertThat(sections(cycle, MeetingKind.SOM1)).extracting(Section::id)
			.containsExactly("structure", "process", "answers");
		assertThat(sections(cycle, MeetingKind.SOM1).get(2).blocks()).last()
			.isInstanceOfSatisfying(Table.class,
					(claims) -> assertThat(claims.rows()).extracting((row) -> row.get(0).text().substring(0, 3))
						.as("the subgoals of the plan, although nothing is confirmed of its actions")
						.containsExactly("1.1"));
		assertThat(sections(cycle, MeetingKind.SOM1).get(0).blocks()).singleElement()
			.isInstanceOfSatisfying(Bullets.class, (chapters) -> assertThat(chapters.items()).extracting(Phrase::text)
				.as("the chapters of the last version")
				.containsExactly("At a glance", "Figures and charts", "How the process works",
						"Strategy and Action Plan 2030", "Initiatives by action", "New and future activities",
						"Analysis by objective and subgoal", "Commitments: kept, partly, changed, dropped",
						"Participation by partner, stakeholder and region", "Method and sources", "Annex: work plan"));
	}

	private List<String> facts(CycleName cycle, MeetingKind kind) {
		Section first = sections(cycle, kind).get(0);
		assertThat(first.title()).isEqualTo("The sealed draft");
		return first.blocks()
			.stream()
			.filter(Facts.class::isInstance)
			.flatMap((block) -> ((Facts) block).facts().stream())
			.map((fact) -> fact.name() + " " + fact.value().replaceFirst(".*SHA-256 ", ""))
			.toList();
	}

	private List<String> checksums(CycleName cycle, State state) {
		return this.sealed.of(cycle, state)
			.map(SealedVersion::files)
			.orElseThrow()
			.stream()
			.map((file) -> file.name() + " " + file.sha256())
			.toList();
	}

	private List<Section> sections(CycleName cycle, MeetingKind kind) {
		return this.state.of(this.cycles.get(cycle), this.meetings.of(cycle, kind)).sections();
	}

}
