package org.asemeducation.stocktake.endorsement;

import java.util.List;

import org.asemeducation.stocktake.cycle.Addressees;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the AES does to a report that is with officials and ministers: each act is a saved
 * row first, then the completed task.
 */
@Component
public class EndorsementActs {

	private final Cycles cycles;

	private final Occasions occasions;

	private final Versions versions;

	private final AnnexChanges changes;

	private final SealedVersions sealed;

	private final Objections objections;

	private final Asking asking;

	private final TakenIn takenIn;

	private final Decisions decisions;

	private final EndorsementProcess process;

	private final Addressees addressees;

	private final Audit audit;

	EndorsementActs(Cycles cycles, Occasions occasions, Versions versions, AnnexChanges changes, SealedVersions sealed,
			Objections objections, Asking asking, TakenIn takenIn, Decisions decisions, EndorsementProcess process,
			Addressees addressees, Audit audit) {
		this.cycles = cycles;
		this.occasions = occasions;
		this.versions = versions;
		this.changes = changes;
		this.sealed = sealed;
		this.objections = objections;
		this.asking = asking;
		this.takenIn = takenIn;
		this.decisions = decisions;
		this.process = process;
		this.addressees = addressees;
		this.audit = audit;
	}

	/**
	 * All that senior officials asked for is entered: the version for ministers is
	 * sealed.
	 * @param cycle the cycle
	 * @param asked what they asked for in words; {@code null} when there is nothing to
	 * say
	 * @param by the user id
	 * @throws Refused before SOM2 is recorded, when it was done before, or when a free
	 * chapter was changed and not asked to, or asked to and not changed
	 */
	@Transactional
	public void takeInChanges(CycleName cycle, @Nullable String asked, String by) {
		this.cycles.lock(cycle);
		this.occasions.recorded(cycle, MeetingKind.SOM2);
		SealedVersion put = this.versions.sealed(cycle, State.FOR_OFFICIALS);
		int version = put.version();
		if (this.takenIn.isDone(cycle, version)) {
			throw Refused.conflict("SOM2's changes of %s were taken in before.".formatted(cycle));
		}
		this.asking.requireExactly(cycle, this.versions.report(put));
		String words = (asked != null) ? CleanText.of(asked) : "";
		this.takenIn.finish(cycle, version, words.isEmpty() ? null : words, by);
		this.audit.record(by, "take in changes", cycle.value(), "version %d".formatted(version), "%d lines changed; %s"
			.formatted(this.changes.of(cycle, version).size(), words.isEmpty() ? "nothing said" : words));
		this.process.complete(cycle, EndorsementProcess.TAKE_IN_CHANGES, by);
	}

	/**
	 * All that follows from an objection is entered. The caller holds the cycle's lock
	 * and completes the task.
	 * @param cycle the cycle
	 * @param asked what was asked for in words; {@code null} when there is nothing to say
	 * @param by the user id
	 * @throws Refused when no objection waits for it, or when a free chapter was changed
	 * and not asked to, or asked to and not changed
	 */
	public void takeInAmendments(CycleName cycle, @Nullable String asked, String by) {
		SealedVersion put = this.versions.sealed(cycle, State.FOR_MINISTERS);
		if (!this.objections.stopped(cycle, put.version()) || this.takenIn.isDone(cycle, put.version())) {
			throw Refused
				.conflict("No objection to version %d of %s waits for an answer.".formatted(put.version(), cycle));
		}
		this.asking.requireExactly(cycle, this.versions.report(put));
		String words = (asked != null) ? CleanText.of(asked) : "";
		this.takenIn.finish(cycle, put.version(), words.isEmpty() ? null : words, by);
		this.audit.record(by, "take in amendments", cycle.value(), "version %d".formatted(put.version()),
				"%d lines changed; %s".formatted(this.changes.of(cycle, put.version()).size(),
						words.isEmpty() ? "nothing said" : words));
	}

	/**
	 * Whether what was asked of the last version for ministers is taken in.
	 * @param cycle the cycle
	 * @return false while an objection waits
	 */
	public boolean areAmendmentsTakenIn(CycleName cycle) {
		return this.sealed.of(cycle, State.FOR_MINISTERS)
			.filter((put) -> this.takenIn.isDone(cycle, put.version()))
			.isPresent();
	}

	/**
	 * Seals the version that was objected to once more, with what was asked for. Done
	 * twice, the first stays.
	 * @param cycle the cycle
	 */
	public void sealAmendedVersion(CycleName cycle) {
		this.versions.sealAmended(cycle);
	}

	/**
	 * Goes on only until ministers have decided.
	 * @param cycle the cycle
	 * @throws Refused once their decision is recorded
	 */
	public void requireUndecided(CycleName cycle) {
		if (this.decisions.of(cycle).isPresent()) {
			throw Refused.conflict(
					"What ministers decided on the work plan of %s is recorded: no round follows it.".formatted(cycle));
		}
	}

	/**
	 * What ministers decided.
	 * @param cycle the cycle
	 * @return nothing before it is recorded
	 */
	public java.util.Optional<Adopted> adoption(CycleName cycle) {
		return this.decisions.recorded(cycle);
	}

	/**
	 * Whom an adoption would be told to, as the work plan was put to ministers.
	 * @param cycle the cycle
	 * @return a mail each
	 * @throws Refused before it was sealed for them
	 */
	List<MailToCome> toldOfAdoption(CycleName cycle) {
		return this.addressees.ofAdoption(cycle,
				this.versions.annex(cycle, State.FOR_MINISTERS)
					.lines()
					.stream()
					.map(Annex.Line::initiative)
					.distinct()
					.toList());
	}

	/**
	 * Records what ministers decided about the work plan.
	 * @param cycle the cycle
	 * @param decision adopted on a day, or not and why
	 * @param by the user id
	 * @throws Refused before the ASEMME is recorded, when something is missing, or when
	 * it was done before
	 */
	@Transactional
	public void recordAdoption(CycleName cycle, Decision decision, String by) {
		recordAdoption(cycle, decision, List.of(), by);
	}

	/**
	 * Records the same, and does not tell everybody.
	 * @param cycle the cycle
	 * @param decision adopted on a day, or not and why
	 * @param leftOut contacts who are not told of an adoption
	 * @param by the user id
	 * @throws Refused as above, and when somebody left out is not told anyway
	 */
	@Transactional
	public void recordAdoption(CycleName cycle, Decision decision, List<Long> leftOut, String by) {
		this.cycles.lock(cycle);
		Meeting asemme = this.occasions.recorded(cycle, MeetingKind.ASEMME);
		if (this.decisions.of(cycle).isPresent()) {
			throw Refused
				.conflict("What ministers decided on the work plan of %s was recorded before.".formatted(cycle));
		}
		List<Problem> problems = decision.problems(asemme);
		if (!problems.isEmpty()) {
			throw Refused.invalid("The decision is not recorded.", problems);
		}
		int version = this.versions.sealed(cycle, State.FOR_MINISTERS).version();
		this.decisions.add(cycle, version, decision, by);
		if (decision.isAdopted()) {
			this.addressees.leaveOut(cycle, Addressees.Act.ADOPT, leftOut, by);
		}
		this.audit.record(by, "record adoption", cycle.value(), "version %d".formatted(version),
				decision.isAdopted() ? "adopted on " + decision.on() : "not adopted: " + decision.reason());
		this.process.complete(cycle, EndorsementProcess.RECORD_ADOPTION, by);
	}

}
