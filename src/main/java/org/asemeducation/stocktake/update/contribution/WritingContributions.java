package org.asemeducation.stocktake.update.contribution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.contribution.Contribution.State;
import org.asemeducation.stocktake.update.contribution.ContributionTexts.Draft;
import org.asemeducation.stocktake.update.contribution.ContributionTexts.Submitted;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who speaks for a party writes its contribution: saved as it is typed,
 * submitted, taken back while the AES has not decided and the cycle gathers.
 */
@Component
class WritingContributions {

	private final Cycles cycles;

	private final PartyContributions contributions;

	private final ContributionTexts texts;

	private final ContributionProcess process;

	private final Audit audit;

	WritingContributions(Cycles cycles, PartyContributions contributions, ContributionTexts texts,
			ContributionProcess process, Audit audit) {
		this.cycles = cycles;
		this.contributions = contributions;
		this.texts = texts;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * The contribution, for those who may know of it.
	 * @throws Refused for whoever neither speaks for the party nor is of the AES
	 */
	Contribution of(CycleName cycle, PartyId party, Person reader) {
		Contribution contribution = this.contributions.find(this.cycles.get(cycle).name(), party)
			.filter((it) -> reader.isSecretariat() || it.isOf(reader))
			.orElse(null);
		if (contribution == null) {
			throw Refused.notAllowed("This contribution is read by its party and the secretariat alone.");
		}
		return contribution;
	}

	/**
	 * Saves over the version the writer has seen.
	 * @throws Refused when somebody else has saved meanwhile, it is not theirs, lies with
	 * the AES or is over
	 */
	@Transactional
	public void save(CycleName cycle, PartyId party, long seen, ObjectNode content, Person writer) {
		Contribution contribution = requireWriting(cycle, party, writer);
		ContributionText.requireShape(content);
		if (!this.texts.save(contribution, seen, content, writer.userId())) {
			throw Refused.conflict("Somebody else has saved this contribution since you opened it. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
	}

	/**
	 * Submits what was saved last.
	 * @throws Refused when nothing is said, somebody else has saved meanwhile, or as
	 * above
	 */
	@Transactional
	public void submit(CycleName cycle, PartyId party, long seen, Person writer) {
		Contribution contribution = requireWriting(cycle, party, writer);
		Draft draft = this.texts.draft(contribution);
		if (draft.version() != seen) {
			throw Refused.conflict(
					"This contribution is not submitted: somebody else has saved it since you opened it. Load the newer version.");
		}
		this.texts.submit(contribution, ContributionText.of(draft.content(), this.texts.objectives()), writer.userId());
		this.process.submitted(contribution, writer.userId());
		this.audit.record(writer.userId(), "submit contribution", contribution.key().toString(), null,
				contribution.name());
	}

	/**
	 * Takes back what was submitted; it is a draft again.
	 * @throws Refused when the AES has decided, or the gathering has closed
	 */
	@Transactional
	public void takeBack(CycleName cycle, PartyId party, int version, Person writer) {
		Contribution contribution = requireTheirs(cycle, party, writer);
		Submitted last = this.texts.last(contribution).filter((it) -> it.version() == version).orElse(null);
		if (last == null || contribution.state() != State.SUBMITTED) {
			throw Refused.conflict("Nothing is taken back: the contribution of %s is %s.".formatted(contribution.name(),
					contribution.state().words()));
		}
		this.texts.decide(contribution, version, "taken-back", null, writer.userId());
		this.process.takenBack(contribution);
		this.audit.record(writer.userId(), "take back contribution", contribution.key().toString(), contribution.name(),
				null);
	}

	private Contribution requireWriting(CycleName cycle, PartyId party, Person writer) {
		Contribution contribution = requireTheirs(cycle, party, writer);
		if (!contribution.state().isWritten()) {
			throw Refused.conflict("The contribution of %s is %s: it is not written on now."
				.formatted(contribution.name(), contribution.state().words()));
		}
		return contribution;
	}

	private Contribution requireTheirs(CycleName cycle, PartyId party, Person writer) {
		boolean gathering = this.cycles.lock(cycle).isGathering();
		Contribution contribution = of(cycle, party, writer);
		if (!contribution.isOf(writer)) {
			throw Refused
				.notAllowed("Only those who speak for %s write its contribution.".formatted(contribution.name()));
		}
		if (!gathering) {
			throw Refused.conflict("The gathering of %s is closed: contributions stay as they are.".formatted(cycle));
		}
		return contribution;
	}

}
