package org.asemeducation.stocktake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.LateRevisions;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES takes one update in after the gathering, by name and with a reason. It is
 * accepted with that: the reviews are over. The draft report is out of date from then on.
 */
@Component
public class TakingInLate {

	private static final int LONGEST = 1000;

	private final LateRevisions late;

	private final UpdateRequests requests;

	private final Verdicts verdicts;

	private final FinishedReports reports;

	private final Audit audit;

	TakingInLate(LateRevisions late, UpdateRequests requests, Verdicts verdicts, FinishedReports reports, Audit audit) {
		this.late = late;
		this.requests = requests;
		this.verdicts = verdicts;
		this.reports = reports;
		this.audit = audit;
	}

	/**
	 * Takes it in.
	 * @param key which update
	 * @param content the form's fields as they came
	 * @param reason why
	 * @param by the user id
	 * @return the number of the revision
	 * @throws Refused when it can still come by itself, has come, or comes too late for
	 * any report
	 */
	@Transactional
	public int takeIn(UpdateKey key, @Nullable ObjectNode content, @Nullable String reason, String by) {
		List<Problem> problems = new ArrayList<>();
		if (reason == null || reason.isBlank()) {
			problems.add(new Problem("reason", "Say in a few words why it is taken in."));
		}
		else if (reason.length() > LONGEST) {
			problems.add(new Problem("reason", "Say it in at most %d characters.".formatted(LONGEST)));
		}
		if (!problems.isEmpty() || reason == null) {
			throw Refused.invalid("Nothing is taken in yet.", problems);
		}
		String before = this.requests.find(key).map(UpdateRequest::settledAs).orElse("nothing");
		if (this.reports.contain(key.cycle())) {
			throw Refused
				.conflict("What ministers have of %s is sealed, or published: no update comes into it any more."
					.formatted(key.cycle()));
		}
		Revision revision = this.late.add(key,
				Optional.ofNullable(content).orElseGet(JsonNodeFactory.instance::objectNode), reason.strip(), by);
		this.verdicts.give(revision, true, true, List.of(), by);
		this.audit.record(by, "take in late update", key.toString(), before,
				"revision %d: %s".formatted(revision.number(), reason.strip()));
		this.late.settle(key);
		return revision.number();
	}

	/**
	 * Takes in the draft that its coordinators left, as it stands.
	 * @param key which update
	 * @param reason why
	 * @param by the user id
	 * @throws Refused when there is none, or as above
	 */
	@Transactional
	public void takeInDraft(UpdateKey key, @Nullable String reason, String by) {
		ObjectNode draft = this.late.drafted(key)
			.orElseThrow(() -> Refused.conflict(
					"Nobody has left a draft of %s: choose it alone and write what came.".formatted(key.initiative())));
		takeIn(key, draft, reason, by);
	}

}
