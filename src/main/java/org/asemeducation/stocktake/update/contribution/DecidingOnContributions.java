package org.asemeducation.stocktake.update.contribution;

import java.util.List;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.contribution.Contribution.State;
import org.asemeducation.stocktake.update.contribution.ContributionTexts.Submitted;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES accepts a contribution, asks once for a change, or leaves it out.
 */
@Component
public class DecidingOnContributions {

	private static final String STOCKTAKE = "stocktake";

	private final Cycles cycles;

	private final PartyContributions contributions;

	private final ContributionTexts texts;

	private final ContributionProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	DecidingOnContributions(Cycles cycles, PartyContributions contributions, ContributionTexts texts,
			ContributionProcess process, Audit audit, ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.contributions = contributions;
		this.texts = texts;
		this.process = process;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Decides.
	 * @param cycle in which cycle
	 * @param party whose contribution
	 * @param version as it was read
	 * @param answer {@code accepted}, {@code returned} or {@code left-out}
	 * @param because what to change, or why it is left out; ignored for the first
	 * @param by the user id
	 * @throws Refused when it is decided already, was taken back or written anew
	 * meanwhile, nothing is said, or a change cannot be asked for
	 */
	@Transactional
	public void decide(CycleName cycle, PartyId party, int version, String answer, String because, String by) {
		boolean gathering = this.cycles.lock(cycle).isGathering();
		Contribution contribution = this.contributions.get(cycle, party);
		Submitted last = this.texts.last(contribution).orElse(null);
		if (contribution.state() != State.SUBMITTED || last == null || last.version() != version) {
			throw Refused.conflict("The contribution of %s is %s: load it again.".formatted(contribution.name(),
					contribution.state().words()));
		}
		switch (answer) {
			case "accepted" -> {
				this.texts.decide(contribution, version, answer, null, by);
				this.contributions.over(contribution, State.ACCEPTED, by, null);
				finish(contribution, "accept contribution", null, by);
			}
			case "returned" -> {
				if (!gathering || wasReturned(contribution)) {
					throw Refused.conflict(gathering
							? "A change of the contribution of %s was asked for already: accept it, or leave it out."
								.formatted(contribution.name())
							: "The gathering is closed: accept the contribution of %s, or leave it out."
								.formatted(contribution.name()));
				}
				String remark = said(because, "Tell the party what to change.");
				this.texts.decide(contribution, version, answer, remark, by);
				finish(contribution, "return contribution", remark, by);
				this.events.publishEvent(new ContributionReturned(cycle, party));
			}
			case "left-out" -> leaveOut(contribution, version, said(because, "Say why it is left out."), by);
			default -> throw Refused.invalid("Nothing is decided yet.",
					List.of(new Problem("answer", "Choose one of the three.")));
		}
	}

	/**
	 * Leaves out, in the caller's transaction, what nobody has decided on.
	 * @param cycle whose report is sealed
	 */
	@Transactional
	public void sealed(CycleName cycle) {
		this.cycles.lock(cycle);
		this.contributions.of(cycle)
			.stream()
			.filter((it) -> it.state() == State.SUBMITTED)
			.forEach((it) -> leaveOut(it, this.texts.last(it).orElseThrow().version(),
					"the report was sealed before it was accepted", STOCKTAKE));
	}

	boolean wasReturned(Contribution contribution) {
		return this.texts.all(contribution).stream().anyMatch((it) -> "returned".equals(it.verdict()));
	}

	private void leaveOut(Contribution contribution, int version, String because, String by) {
		this.texts.decide(contribution, version, "left-out", because, by);
		this.contributions.over(contribution, State.LEFT_OUT, by, because);
		finish(contribution, "leave out contribution", because, by);
	}

	private void finish(Contribution contribution, String act, @Nullable String because, String by) {
		this.process.decided(contribution, by);
		this.audit.record(by, act, contribution.key().toString(), contribution.name(), because);
	}

	private static String said(String because, String otherwise) {
		if (because.isBlank() || because.length() > ContributionText.LONGEST) {
			throw Refused.invalid("Nothing is decided yet.", List.of(new Problem("because", because.isBlank()
					? otherwise : "Shorten it to %,d characters.".formatted(ContributionText.LONGEST))));
		}
		return because.strip();
	}

}
