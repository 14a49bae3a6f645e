package org.asemeducation.stocktake.update.handover;

import java.time.LocalDate;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * Who asks somebody else, and who confirms it, for the process tests of other stages too.
 */
public class Successors {

	private final LettingHelp lettingHelp;

	private final HandingOver handingOver;

	private final ConfirmingHandOver confirming;

	private final Troupe troupe;

	Successors(LettingHelp lettingHelp, HandingOver handingOver, ConfirmingHandOver confirming, Troupe troupe) {
		this.lettingHelp = lettingHelp;
		this.handingOver = handingOver;
		this.confirming = confirming;
		this.troupe = troupe;
	}

	public void help(CycleName cycle, String initiative, String who, String helper, LocalDate until,
			boolean maySubmit) {
		this.lettingHelp.begin(key(cycle, initiative),
				new LettingHelp.Help("Helping Hand", Troupe.address(helper), until, maySubmit), this.troupe.user(who));
	}

	public void ask(CycleName cycle, String initiative, String who, String party, String successor) {
		this.troupe.recast(initiative);
		ask(cycle, initiative, who, new Successor(this.troupe.party(party).id().value(), null, "New Hand",
				Troupe.address(successor), "I retire"));
	}

	public void askForColleague(CycleName cycle, String initiative, String who, String successor) {
		ask(cycle, initiative, who, new Successor(null, null, "New Hand", Troupe.address(successor), "I retire"));
	}

	void ask(CycleName cycle, String initiative, String who, Successor successor) {
		this.handingOver.ask(key(cycle, initiative), successor, this.troupe.user(who));
	}

	public void confirm(CycleName cycle, String initiative) {
		this.confirming.confirm(key(cycle, initiative), this.troupe.user("aes"));
	}

	public void refuse(CycleName cycle, String initiative, String reason) {
		this.confirming.refuse(key(cycle, initiative), reason, this.troupe.user("aes"));
	}

	private static UpdateKey key(CycleName cycle, String initiative) {
		return UpdateKey.of(cycle.value(), initiative);
	}

}
