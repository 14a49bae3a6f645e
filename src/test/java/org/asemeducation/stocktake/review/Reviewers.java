package org.asemeducation.stocktake.review;

import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * What reviewers do, for the process tests of other stages too.
 */
public class Reviewers {

	private final Reviewing reviewing;

	private final Revisions revisions;

	private final TakingInLate late;

	private final Dealing dealing;

	private final Troupe troupe;

	Reviewers(Reviewing reviewing, Revisions revisions, TakingInLate late, Dealing dealing, Troupe troupe) {
		this.dealing = dealing;
		this.late = late;
		this.reviewing = reviewing;
		this.revisions = revisions;
		this.troupe = troupe;
	}

	/**
	 * Opens the review's form.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who by the part before the at sign
	 */
	public void open(CycleName cycle, String initiative, String who) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		this.dealing.begin(key, latest(key), this.troupe.user(who));
	}

	public void accept(CycleName cycle, String initiative) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		this.reviewing.review(key, new Verdict(latest(key), true, null), this.troupe.user("reviewer"));
	}

	/**
	 * Returns the latest revision with a remark on its progress.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param remark what to change
	 */
	public void giveBack(CycleName cycle, String initiative, String remark) {
		giveBack(cycle, initiative, "progress", remark);
	}

	/**
	 * Returns the latest revision with a remark on one field.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param field the form's name
	 * @param remark what to change
	 */
	public void giveBack(CycleName cycle, String initiative, String field, String remark) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		this.reviewing.review(key, new Verdict(latest(key), false, Map.of(field, remark)),
				this.troupe.user("reviewer"));
	}

	/**
	 * The secretariat takes an update in after the gathering.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param progress what it says; nothing else
	 * @param reason why
	 */
	public void takeInLate(CycleName cycle, String initiative, String progress, String reason) {
		this.late.takeIn(UpdateKey.of(cycle.value(), initiative),
				JsonNodeFactory.instance.objectNode().put("progress", progress), reason, this.troupe.user("aes"));
	}

	private int latest(UpdateKey key) {
		return this.revisions.latest(key).map(Revision::number).orElse(0);
	}

}
