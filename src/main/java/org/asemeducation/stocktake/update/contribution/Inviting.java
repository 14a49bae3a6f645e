package org.asemeducation.stocktake.update.contribution;

import java.util.List;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.update.GatheringEnded;
import org.asemeducation.stocktake.update.contribution.Contribution.State;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites, while a cycle gathers, each partner and stakeholder that coordinates nothing
 * in it, once; lets those go that have an initiative by now; and ends what was not
 * written when the gathering closes.
 */
@Component
public class Inviting {

	private static final String STOCKTAKE = "stocktake";

	private final ContributionSettings settings;

	private final Cycles cycles;

	private final PartyContributions contributions;

	private final ContributionTexts texts;

	private final ContributionProcess process;

	private final Audit audit;

	Inviting(ContributionSettings settings, Cycles cycles, PartyContributions contributions, ContributionTexts texts,
			ContributionProcess process, Audit audit) {
		this.settings = settings;
		this.cycles = cycles;
		this.contributions = contributions;
		this.texts = texts;
		this.process = process;
		this.audit = audit;
	}

	/** Does so for all cycles that gather; doing it again does nothing. */
	@Transactional
	public void keepUp() {
		if (this.settings.invite()) {
			this.contributions.gathering().forEach(this::keepUp);
		}
	}

	/**
	 * The parties that are invited once the cycle gathers.
	 * @param cycle the cycle
	 * @return none where nobody is invited by itself
	 */
	public List<PartyId> toCome(Cycle cycle) {
		return invites(cycle) ? this.contributions.candidates(cycle.name()) : List.of();
	}

	/**
	 * The parties that are not invited only because nobody speaks for them.
	 * @param cycle the cycle
	 * @return their names; none where nobody is invited by itself
	 */
	List<String> unheard(Cycle cycle) {
		return invites(cycle) ? this.contributions.unheard(cycle.name()) : List.of();
	}

	private boolean invites(Cycle cycle) {
		return this.settings.invite() && (cycle.state() == Cycle.State.OPENED || cycle.isGathering());
	}

	/**
	 * Does so for one cycle.
	 * @param cycle the cycle; nothing happens unless it gathers
	 */
	@Transactional
	public void keepUp(CycleName cycle) {
		List<PartyId> gone = this.contributions.notAskedAnyMore(cycle);
		List<PartyId> fresh = this.contributions.candidates(cycle);
		if ((gone.isEmpty() && fresh.isEmpty()) || !this.cycles.lock(cycle).isGathering()) {
			return;
		}
		this.contributions.notAskedAnyMore(cycle).forEach((party) -> letGo(this.contributions.get(cycle, party)));
		this.contributions.candidates(cycle).forEach((party) -> invite(cycle, party));
	}

	private void invite(CycleName cycle, PartyId party) {
		this.contributions.invite(cycle, party);
		Contribution contribution = this.contributions.get(cycle, party);
		this.process.invited(contribution);
		this.audit.record(STOCKTAKE, "invite contribution", contribution.key().toString(), null, contribution.name());
	}

	/** What was submitted stays with the AES. */
	private void letGo(Contribution contribution) {
		if (contribution.state().isWritten()) {
			this.process.dropped(contribution);
			this.contributions.over(contribution, State.DROPPED, STOCKTAKE, null);
			this.audit.record(STOCKTAKE, "drop contribution", contribution.key().toString(), contribution.name(),
					"it coordinates an initiative by now, or nobody speaks for it");
		}
	}

	/** What was returned and not written anew lies with the AES again, as it was. */
	@EventListener
	@Transactional
	void on(GatheringEnded ended) {
		this.contributions.of(ended.cycle()).stream().filter((it) -> it.state().isWritten()).forEach((it) -> {
			if (it.state() == State.RETURNED) {
				ContributionTexts.Submitted last = this.texts.last(it).orElseThrow();
				this.texts.submit(it, last.text(), last.by());
			}
			this.process.closed(it);
			if (it.state() == State.INVITED) {
				this.contributions.over(it, State.NOT_WRITTEN, STOCKTAKE, null);
			}
		});
	}

}
