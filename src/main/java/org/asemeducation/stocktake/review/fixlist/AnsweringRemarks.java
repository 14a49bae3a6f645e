package org.asemeducation.stocktake.review.fixlist;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.FieldLabel;
import org.asemeducation.stocktake.update.FixList;
import org.asemeducation.stocktake.update.FixList.Fix;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.Writers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator says what became of each remark: done, or not and why. The answers may
 * change until the update is submitted again.
 */
@Component
public class AnsweringRemarks {

	private static final int LONGEST = 2_000;

	private final Writers writers;

	private final ReturnedRemarks remarks;

	private final Audit audit;

	AnsweringRemarks(Writers writers, ReturnedRemarks remarks, Audit audit) {
		this.writers = writers;
		this.remarks = remarks;
		this.audit = audit;
	}

	/**
	 * Saves one answer.
	 * @param key which update
	 * @param number of the remark
	 * @param done whether it is done; {@code null} takes an earlier answer away
	 * @param because why not
	 * @param by the user id
	 * @throws Refused when the update lies elsewhere, there is no such remark, no reason
	 * is given, or the person may not
	 */
	@Transactional
	public void answer(UpdateKey key, int number, @Nullable Boolean done, @Nullable String because, String by) {
		this.writers.admit(key, by);
		if (done == null) {
			this.remarks.withdraw(key, number);
			this.audit.record(by, "withdraw answer to remark", key.toString(), "remark " + number, null);
			return;
		}
		boolean reasoned = because != null && !because.isBlank() && because.length() <= LONGEST;
		if (!done && !reasoned) {
			throw Refused.invalid("Remark %d is not answered yet.".formatted(number),
					List.of(new Problem("fixes.%d".formatted(number),
							"Remark %d: say in a sentence why it is not done, in at most %,d characters."
								.formatted(number, LONGEST))));
		}
		String reason = (done || because == null) ? null : because.strip();
		if (!this.remarks.answer(key, number, reason, by)) {
			throw Refused
				.conflict("The update of %s did not come back with a remark %d.".formatted(key.initiative(), number));
		}
		this.audit.record(by, "answer remark", key.toString(), "remark " + number,
				(reason != null) ? "not, because " + reason : "done");
	}

	/**
	 * In a rehearsal: all that is not answered counts as done, except what the scenario
	 * says.
	 * @param key which update
	 * @param notDone why not, by the form's field name
	 * @param by the user id
	 * @throws Refused when it says so of a field without a remark
	 */
	@Transactional
	public void rehearse(UpdateKey key, Map<String, String> notDone, String by) {
		List<Fix> fixes = this.remarks.open(key).map(FixList::remarks).orElse(List.of());
		for (String field : notDone.keySet()) {
			if (fixes.stream().noneMatch((fix) -> fix.field().equals(field))) {
				throw Refused.conflict("%s did not come back with a remark on %s.".formatted(key.initiative(),
						FieldLabel.inWords(List.of(field))));
			}
		}
		fixes.stream()
			.filter((fix) -> fix.done() == null || notDone.containsKey(fix.field()))
			.forEach((fix) -> this.remarks.answer(key, fix.number(), notDone.get(fix.field()), by));
	}

}
