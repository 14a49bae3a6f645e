package org.asemeducation.stocktake.update;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the secretariat decides about drafts that were saved but not submitted when the
 * gathering ended: take them in as they stand, or leave them out.
 */
@Component
public class DraftDecisions {

	static final String TAKE_IN = "take-in";

	static final String LEAVE_OUT = "leave-out";

	private final Cycles cycles;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final Programmes programmes;

	private final Submission submission;

	private final UpdateProcess process;

	private final Audit audit;

	DraftDecisions(Cycles cycles, UpdateRequests requests, Drafts drafts, Programmes programmes, Submission submission,
			UpdateProcess process, Audit audit) {
		this.cycles = cycles;
		this.requests = requests;
		this.drafts = drafts;
		this.programmes = programmes;
		this.submission = submission;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Decides on every draft that is left, all or nothing.
	 * @param cycle the cycle
	 * @param decisions by initiative: {@code take-in} or {@code leave-out}
	 * @param by the user id
	 * @throws Refused when a draft is left undecided
	 */
	@Transactional
	void decide(CycleName cycle, Map<String, String> decisions, String by) {
		this.cycles.lock(cycle);
		List<Drafts.Unsubmitted> left = this.drafts.unsubmitted(cycle);
		List<Problem> undecided = left.stream()
			.filter((draft) -> !List.of(TAKE_IN, LEAVE_OUT).contains(decisions.getOrDefault(draft.initiative(), "")))
			.map((draft) -> new Problem(draft.initiative(), "Decide to take this draft in or to leave it out."))
			.toList();
		if (!undecided.isEmpty()) {
			throw Refused.invalid("Nothing is decided yet: %d %s without a decision.".formatted(undecided.size(),
					(undecided.size() == 1) ? "draft is" : "drafts are"), undecided);
		}
		for (Drafts.Unsubmitted draft : left) {
			UpdateKey key = UpdateKey.of(cycle.value(), draft.initiative());
			UpdateRequest request = this.requests.lock(key);
			String decision = decisions.get(draft.initiative());
			this.audit.record(by, "decide on draft", key.toString(), "not submitted", decision);
			if (TAKE_IN.equals(decision)) {
				this.submission.submit(request,
						this.programmes.whole(key, this.drafts.find(key).orElseThrow().content()), by);
			}
			else {
				this.process.gatheringClosed(key);
			}
		}
		this.process.draftsDecided(cycle, by);
	}

	/**
	 * Leaves every draft out.
	 * @param cycle the cycle
	 * @param by the user id
	 */
	@Transactional
	public void leaveAllOut(CycleName cycle, String by) {
		Map<String, String> decisions = new HashMap<>();
		this.drafts.unsubmitted(cycle).forEach((draft) -> decisions.put(draft.initiative(), LEAVE_OUT));
		decide(cycle, decisions, by);
	}

}
