package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * Who asks for more time and who gives it, for the process tests of other stages too.
 */
public class Extenders {

	private final AskingForTime asking;

	private final GivingTime giving;

	private final Troupe troupe;

	Extenders(AskingForTime asking, GivingTime giving, Troupe troupe) {
		this.asking = asking;
		this.giving = giving;
		this.troupe = troupe;
	}

	public void ask(CycleName cycle, String initiative, String who, LocalDate until) {
		this.asking.ask(key(cycle, initiative), until, "Our data come late", this.troupe.user(who));
	}

	public void grant(CycleName cycle, String initiative, LocalDate until) {
		this.giving.grant(key(cycle, initiative), new Grant(until, "They are few", false), this.troupe.user("aes"));
	}

	/** Grants what counts after the freeze. */
	public void grantPastTheFreeze(CycleName cycle, String initiative, LocalDate until) {
		this.giving.grant(key(cycle, initiative), new Grant(until, "They are few", true), this.troupe.user("aes"));
	}

	public void refuse(CycleName cycle, String initiative, String reason) {
		this.giving.refuse(key(cycle, initiative), reason, this.troupe.user("aes"));
	}

	private static UpdateKey key(CycleName cycle, String initiative) {
		return UpdateKey.of(cycle.value(), initiative);
	}

}
