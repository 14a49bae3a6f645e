package org.asemeducation.stocktake.update.people;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.Leads;
import org.asemeducation.stocktake.update.OpenFields;
import org.asemeducation.stocktake.update.Submission;
import org.asemeducation.stocktake.update.UpdateForm;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.Writers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator answers in place of an update. The answer goes to the reviewers like any
 * update; that an initiative is not theirs goes to the AES.
 */
@Component
public class Answering {

	private static final int LONGEST = 2_000;

	private final Writers writers;

	private final Leads leads;

	private final CycleInitiatives initiatives;

	private final Completions completions;

	private final OpenFields openFields;

	private final Submission submission;

	private final GivingBack givingBack;

	Answering(Writers writers, Leads leads, CycleInitiatives initiatives, Completions completions,
			OpenFields openFields, Submission submission, GivingBack givingBack) {
		this.writers = writers;
		this.leads = leads;
		this.initiatives = initiatives;
		this.completions = completions;
		this.openFields = openFields;
		this.submission = submission;
		this.givingBack = givingBack;
	}

	/**
	 * Answers. A draft that was begun is kept until the answer is accepted.
	 * @param key which update
	 * @param answer what is said
	 * @param by the user id
	 * @throws Refused with what is missing, or when the writer may not
	 */
	@Transactional
	public void answer(UpdateKey key, Answer answer, String by) {
		if (answer.isNotOurs()) {
			this.givingBack.begin();
		}
		UpdateRequest request = this.writers.admit(key, by);
		List<Problem> problems = problems(key, answer);
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is answered yet.", problems);
		}
		if (answer.isNotOurs()) {
			this.writers.requireSpeaker(key, by);
			this.givingBack.giveBack(request, answer.content().path("because").asText(), by);
		}
		else {
			requireUpdate(key);
			this.leads.requireSubmitter(key, by);
			this.openFields.requireWhole(key);
			this.submission.submit(request, answer.content(), by);
		}
	}

	private List<Problem> problems(UpdateKey key, Answer answer) {
		ObjectNode content = answer.content();
		if (!content.has("answer")) {
			return List.of(new Problem("answer", "Choose what you answer in place of an update."));
		}
		if (answer.isNotOurs()) {
			content.put("answer", "concluded"); // in shape; it needs the same sentence
		}
		List<Problem> problems = new ArrayList<>(UpdateForm.misshapen(content));
		problems.addAll(UpdateForm.missing(content));
		if (content.path("because").asText().length() > LONGEST) {
			problems.add(new Problem("because", "Say it in at most %,d characters.".formatted(LONGEST)));
		}
		if (content.has("into") && !isAnother(key, content.path("into").asText())) {
			problems
				.add(new Problem("into", "Choose another initiative of %s, such as A01-I02.".formatted(key.cycle())));
		}
		return problems;
	}

	/** A placeholder has an answer of its own: it stays open. */
	private void requireUpdate(UpdateKey key) {
		if (!this.completions.placeholders(key.cycle(), key.initiative()).isEmpty()) {
			throw Refused.conflict(
					"Words for the plan are asked for here: where you have none yet, say at the line that it stays open, and submit.");
		}
	}

	private boolean isAnother(UpdateKey key, String id) {
		try {
			InitiativeId into = new InitiativeId(id);
			return !into.equals(key.initiative()) && this.initiatives.find(key.cycle(), into).isPresent();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
