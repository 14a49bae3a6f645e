package org.asemeducation.stocktake.endorsement.correction;

import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.endorsement.record.DecisionRecord;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What was published is put right by a version of its own.
 */
@ProcessTest
class CorrectingTest {

	@Autowired
	private Jobs jobs;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Correcting correcting;

	@Autowired
	private Reports reports;

	@Autowired
	private SealedVersions sealed;

	@Autowired
	private DecisionRecord record;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aCorrectionIsANumberedVersionWithANoteAndTheOldOneStays() {
		// given
		CycleName cycle = published();
		SealedVersion before = this.sealed.of(cycle).get(0);
		// when
		SealedVersion first = this.correcting.correct(cycle, ONE_COORDINATOR, "Progress of", "Advance of",
				"A wrong word", aes());
		SealedVersion second = this.correcting.correct(cycle, "annex-1", "Go on", "Go further", "Another", aes());
		// then
		assertThat(List.of(first.number(), second.number())).containsExactly(1, 2);
		assertThat(this.reports.publicVersions(cycle)).containsExactly(before.version(), first.version(),
				second.version());
		assertThat(JsonReport.canonical(this.reports.published(cycle).orElseThrow())).contains("Advance of A01-I01",
				"Go further");
		assertThat(JsonReport.canonical(this.reports.version(cycle, before.version()).orElseThrow()))
			.contains("Progress of A01-I01")
			.doesNotContain("Advance of");
		assertThat(first.files()).extracting(SealedVersion.File::name).contains("changes.html", "report.html");
		assertThat(this.reports.corrections(cycle)).extracting((one) -> one.note())
			.containsExactly("A wrong word", "Another");
		assertThat(this.record.of(cycle).toString()).contains("Correction 1", "A wrong word", "Correction 2",
				"None was held.", "adopted on", before.checksum(), second.checksum());
	}

	@Test
	void onlyWordsThatStandThereOnceArePutRight() {
		// given
		CycleName cycle = published();
		// when, then
		assertRefused(() -> this.correcting.correct(cycle, ONE_COORDINATOR, "no such words", "x", "Note", aes()),
				"do not stand in");
		assertRefused(() -> this.correcting.correct(cycle, ONE_COORDINATOR, "o", "x", "Note", aes()), "more than once");
		assertRefused(() -> this.correcting.correct(cycle, ONE_COORDINATOR, "accepted", "x", "Note", aes()),
				"do not stand in");
		assertRefused(() -> this.correcting.correct(cycle, "A99-I01", "Go on", "x", "Note", aes()), "Choose a chapter");
		assertRefused(() -> this.correcting.correct(cycle, "annex-1", "Go on", "Go", " ", aes()), "Say in a note");
		assertThat(this.reports.corrections(cycle)).isEmpty();
	}

	@Test
	void nothingIsCorrectedBeforeItIsPublishedAndACorrectionStays() {
		// given
		CycleName unpublished = this.endorsements.accepted();
		this.endorsements.withOfficials(unpublished);
		CycleName cycle = published();
		this.correcting.correct(cycle, "annex-1", "Go on", "Go further", "Note", aes());
		// when, then
		assertRefused(() -> this.correcting.correct(unpublished, "annex-1", "Go on", "Go", "Note", aes()),
				"is not published: there is nothing to correct");
		assertThatThrownBy(() -> this.jdbc.sql("update correction set note = 'other'").update())
			.hasStackTraceContaining("is never changed or removed");
	}

	private CycleName published() {
		CycleName cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		this.endorsements.adopt(cycle);
		this.jobs.run(cycle, "serviceTask_publishReport");
		return cycle;
	}

	private static void assertRefused(ThrowingCallable act, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act).withMessageContaining(why);
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
